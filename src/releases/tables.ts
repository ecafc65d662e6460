import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { door, instant, json, person, workspace } from '../db/columns.ts'
import type { KeptEvent } from '../timeline/telling.ts'
import type { Hold, Outcome, State } from './release.ts'

/** JSON knows no instants: one that is written is read as text. */
type StoredChange = Omit<KeptEvent, 'at'> & { readonly at: Date | string }

export const releases = pgTable(
  'releases',
  {
    workspace: workspace(),
    id: text('id').notNull(),
    key: text('key').notNull(),
    product: text('product').notNull(),
    version: text('version').notNull(),
    model: text('model').notNull(),
    modelVersion: integer('model_version').notNull(),
    intent: text('intent').notNull(),
    state: text('state').$type<State>().notNull(),
    outcome: text('outcome').$type<Outcome>(),
    outcomeReason: text('outcome_reason'),
    hold: json<{ since: string } & Omit<Hold, 'since'>>('hold'),
    target: instant('target').notNull(),
    manager: person('manager').notNull(),
    deputy: person('deputy'),
    plannedBy: person('planned_by').notNull(),
    plannedAt: instant('planned_at').notNull(),
    endedAt: instant('ended_at'),
    revision: integer('revision').notNull(),
    lastChange: json<StoredChange>('last_change'),
    /** The next instant at which the clock has something to say to it. */
    wakes: instant('wakes'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    uniqueIndex('releases_key').on(t.workspace, t.key).where(sql`state <> 'cancelled'`),
    index('releases_by_key').on(t.workspace, t.key),
    index('releases_wakes').on(t.workspace, t.wakes),
    index('releases_live')
      .on(t.workspace, t.product, t.target)
      .where(sql`state in ('verifying', 'reviewing', 'closed')`),
  ],
)

/** Append-only; a trigger refuses update and delete. */
export const timeline = pgTable(
  'timeline',
  {
    workspace: workspace(),
    release: text('release').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    person: person('person'),
    door: door(),
    facts: json<Record<string, unknown>>('facts').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.seq] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

/** Every target a release had, with who moved it and why. */
export const targets = pgTable(
  'targets',
  {
    workspace: workspace(),
    release: text('release').notNull(),
    number: integer('number').notNull(),
    target: instant('target').notNull(),
    at: instant('at').notNull(),
    by: person('by'),
    why: text('why'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
