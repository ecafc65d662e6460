import { and, between, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { ReleaseRef } from '../feature.ts'
import { timeline } from '../releases/tables.ts'
import type { KeptEvent } from './telling.ts'

/** Entries of a release's timeline, newest first, from the one numbered `top` on. */
export async function entriesOf(
  db: Database,
  ref: ReleaseRef,
  { top, count }: { readonly top: number; readonly count: number },
): Promise<KeptEvent[]> {
  const rows = await db
    .select()
    .from(timeline)
    .where(and(ofRelease(ref), between(timeline.seq, top - count + 1, top)))
    .orderBy(desc(timeline.seq))
  return rows.map(({ workspace, person, door, type, at, seq, facts }) => {
    // What an event said was written from an event of this type; no table can know which.
    return { ...facts, type, at, seq, by: { workspace, person, door } } as KeptEvent
  })
}

/** Whether a message was put on this timeline before. */
export async function isNoted(db: Database, ref: ReleaseRef, link: string): Promise<boolean> {
  const [found] = await db
    .select({ seq: timeline.seq })
    .from(timeline)
    .where(and(ofRelease(ref), eq(timeline.type, 'noted'), sql`${timeline.facts} ->> 'link' = ${link}`))
    .limit(1)
  return found !== undefined
}

const ofRelease = ({ workspace, id }: ReleaseRef) =>
  and(eq(timeline.workspace, workspace), eq(timeline.release, id))
