import { foreignKey, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { person, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'

export const followers = pgTable(
  'followers',
  {
    workspace: workspace(),
    release: releaseId(),
    person: person('person').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.person] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
