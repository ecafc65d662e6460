import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, workspace } from '../db/columns.ts'

/** Which minutes were run already, so that one replica runs each. In real time, not the domain's. */
export const ticks = pgTable(
  'ticks',
  {
    workspace: workspace(),
    key: text('key').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.key] })],
)
