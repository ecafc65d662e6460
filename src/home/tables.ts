import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { person, workspace } from '../db/columns.ts'

/** The Home tabs that somebody has opened; only these are redrawn. */
export const homes = pgTable(
  'homes',
  {
    workspace: workspace(),
    person: person('person').notNull(),
    /** Of what was published last; null while nothing was. */
    fingerprint: text('fingerprint'),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.person] })],
)
