import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { json, workspace } from '../db/columns.ts'
import type { Product } from './products.ts'

export const products = pgTable(
  'products',
  {
    workspace: workspace(),
    name: text('name').notNull(),
    definition: json<Product>('definition').notNull(),
    /** The manifest names it no more: nothing new is planned of it. */
    retired: boolean('retired').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.name] })],
)
