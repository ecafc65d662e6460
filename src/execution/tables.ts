import {
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { instant, number, person, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'
import type { Step, StepKind } from './execution.ts'

export const steps = pgTable(
  'steps',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    kind: text('kind').$type<StepKind>().notNull(),
    title: text('title').notNull(),
    component: text('component'),
    role: text('role'),
    takenBy: person('taken_by'),
    share: doublePrecision('share'),
    plannedAt: instant('planned_at').notNull(),
    /** Milliseconds; four bytes would end at 24 days. */
    lasts: bigint('lasts', { mode: 'number' }).notNull(),
    noWayBack: boolean('no_way_back').notNull(),
    state: text('state').$type<Step['state']>().notNull(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    endedBy: person('ended_by'),
    note: text('note'),
    failures: integer('failures').notNull(),
    failure: text('failure'),
    failedBy: person('failed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

/** Every change of who has it: the last row is how far it is open now. */
export const exposures = pgTable(
  'exposures',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    share: doublePrecision('share').notNull(),
    from: doublePrecision('from_share').notNull(),
    since: instant('since').notNull(),
    soakUntil: instant('soak_until').notNull(),
    by: person('by'),
    why: text('why'),
    early: boolean('early').notNull(),
    askedAt: instant('asked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
