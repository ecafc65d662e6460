import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { json, workspace } from '../db/columns.ts'
import type { Product } from './products.ts'

export const products = pgTable(
  'products',
  {
    workspace: workspace(),
    name: text('name').notNull(),
    definition: json<Product>('definition').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.name] })],
)
