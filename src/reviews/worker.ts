import { and, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
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

/**
 * Whom every message of this release has notified, the folded mornings among them; the question how it was is not
 * counted.
 */
async function pingsOf(db: Database, { workspace, id }: ReleaseRef): Promise<Ping[]> {
  const mornings = sql`${surfaces.params} -> 'releases' @> ${JSON.stringify([id])}::jsonb`
  const posted = await db
    .select({ pinged: surfaces.pinged, ts: surfaces.ts })
    .from(surfaces)
    .where(
      and(
        eq(surfaces.workspace, workspace),
        or(eq(surfaces.release, id), mornings),
        isNotNull(surfaces.ts),
        ne(surfaces.kind, ratingAsk.kind),
      ),
    )
  const known = await db
    .select({ person: people.id, zone: people.zone })
    .from(people)
    .where(eq(people.workspace, workspace))
  const zones = new Map(known.map(({ person, zone }) => [person, zone]))
  return posted.flatMap(({ pinged, ts }) => {
    const at = new Date(Number(ts) * 1000)
    return pinged.flatMap((person) => {
      const zone = zones.get(person)
      return zone ? [{ person, at, zone }] : []
    })
  })
}
