import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, number, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'

/** Mornings that were looked at: one row per zone and date, whichever replica wrote it first. */
export const mornings = pgTable(
  'mornings',
  {
    workspace: workspace(),
    zone: text('zone').notNull(),
    date: text('date').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.zone, t.date] })],
)

export const approaches = pgTable(
  'approaches',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    target: instant('target').notNull(),
    offset: integer('offset').notNull(),
    date: text('date').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
