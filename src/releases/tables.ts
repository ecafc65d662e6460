import { integer, pgTable, primaryKey, text, uniqueIndex, index } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { door, instant, json, person, workspace } from '../db/columns.ts'
import type { Hold, Outcome, State } from './release.ts'

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
    revision: integer('revision').notNull(),
    /** The next instant at which the clock has something to say to it. */
    wakes: instant('wakes'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    uniqueIndex('releases_key').on(t.workspace, t.key).where(sql`state <> 'cancelled'`),
    index('releases_wakes').on(t.workspace, t.wakes),
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
  (t) => [primaryKey({ columns: [t.workspace, t.release, t.seq] })],
)
