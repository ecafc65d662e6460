import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { json, workspace } from '../db/columns.ts'
import type { Model } from './models.ts'

/** Every version of every model; a release keeps the one it was planned with. */
export const models = pgTable(
  'models',
  {
    workspace: workspace(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    definition: json<Model>('definition').notNull(),
    /** The manifest names it no more: nothing new is planned with it. */
    retired: boolean('retired').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.name, t.version] })],
)
