import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, json, person, workspace } from '../db/columns.ts'
import type { PersonId } from '../people/people.ts'

/** One row per message that shall exist. `wanted` runs ahead of `drawn` until the worker has caught up. */
export const surfaces = pgTable(
  'surfaces',
  {
    workspace: workspace(),
    id: text('id').notNull(),
    /** Empty for what belongs to no single release, such as a digest. */
    release: text('release').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    person: person('person'),
    params: json<Record<string, unknown>>('params').notNull(),
    channel: text('channel'),
    ts: text('ts'),
    wanted: integer('wanted').notNull(),
    drawn: integer('drawn').notNull(),
    /** Fingerprint of the last drawing: an equal one is not sent. */
    fingerprint: text('fingerprint'),
    /** When a post was begun whose outcome is not known. */
    attempted: instant('attempted'),
    /** Whom it notified when it was posted. */
    pinged: json<PersonId[]>('pinged').notNull().default([]),
    /** Why it is not kept any more, such as a channel archived by hand. */
    letGo: text('let_go'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    uniqueIndex('surfaces_key').on(t.workspace, t.release, t.kind, t.key),
    index('surfaces_kept').on(t.workspace, t.release).where(sql`let_go is null`),
  ],
)
