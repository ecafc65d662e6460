import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { ReleaseRef } from '../feature.ts'
import { defineJob } from '../jobs/job.ts'
import { people } from '../people/tables.ts'
import { change } from '../releases/change.ts'
import { surfaces } from '../surfaces/tables.ts'
import { attentionOf, type Ping } from './attention.ts'
import { attentionPayload } from './contract.ts'
import { ratingAsk } from './rating-ask.ts'

/** Counts what the release asked of people's attention, once its review has begun. */
export const attentionJob = defineJob({
  name: 'attention',
  payload: attentionPayload,
  key: ({ release }) => `attention:${release}`,
  run: async (ctx, { workspace, release: id }) => {
    const ref = { workspace, id }
    const counted = attentionOf(await pingsOf(ctx.db, ref))
    await change(ctx, ref, { workspace, person: null, door: 'timer' }, ({ review }) =>
      review.attention || !review.period ? [] : [{ type: 'attentionCounted', ...counted }],
    )
  },
})

/** Every message to one person that was posted for this release; the question how it was is not counted. */
async function pingsOf(db: Database, { workspace, id }: ReleaseRef): Promise<Ping[]> {
  const rows = await db
    .select({ person: surfaces.person, ts: surfaces.ts, zone: people.zone })
    .from(surfaces)
    .innerJoin(people, and(eq(people.workspace, workspace), eq(people.id, surfaces.person)))
    .where(
      and(
        eq(surfaces.workspace, workspace),
        eq(surfaces.release, id),
        isNotNull(surfaces.ts),
        ne(surfaces.kind, ratingAsk.kind),
      ),
    )
  return rows.map(({ person, ts, zone }) => ({ person: person ?? '', at: new Date(Number(ts) * 1000), zone }))
}
