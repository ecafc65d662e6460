import { boolean, foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, json, number, person, releaseId, workspace } from '../db/columns.ts'
import type { Offset, Procedure, Risk } from '../models/models.ts'
import { releases } from '../releases/tables.ts'
import type { ItemState } from './readiness.ts'

/** One row per item. Which of the later columns hold something follows from its state. */
export const readinessItems = pgTable(
  'readiness_items',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    title: text('title').notNull(),
    component: text('component'),
    procedure: text('procedure').$type<Procedure>(),
    role: text('role').notNull(),
    due: json<Offset>('due').notNull(),
    wantsEvidence: boolean('wants_evidence').notNull(),
    required: boolean('required').notNull(),
    risk: json<Risk>('risk'),
    owner: person('owner'),
    asked: instant('asked').notNull(),
    again: text('again'),
    fellLate: boolean('fell_late').notNull(),
    state: text('state').$type<ItemState['is']>().notNull(),
    since: instant('since'),
    by: person('by'),
    why: text('why'),
    waitsFor: person('waits_for'),
    evidence: text('evidence'),
    revision: text('revision'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

export const waysBack = pgTable(
  'ways_back',
  {
    workspace: workspace(),
    release: releaseId(),
    howLong: text('how_long').notNull(),
    untilStep: text('until_step').notNull(),
    sign: text('sign'),
    rollbackSign: text('rollback_sign').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
