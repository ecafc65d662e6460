import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, json, workspace } from '../db/columns.ts'
import type { Holder } from './roles.ts'

/** The directory: what Slack told of each person. Rules read this, never Slack. */
export const people = pgTable(
  'people',
  {
    workspace: workspace(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    email: text('email'),
    zone: text('zone').notNull(),
    guest: boolean('guest').notNull(),
    deleted: boolean('deleted').notNull(),
    admin: boolean('admin').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
)

export const groups = pgTable(
  'groups',
  {
    workspace: workspace(),
    id: text('id').notNull(),
    handle: text('handle').notNull(),
    members: json<string[]>('members').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
)

/** Who fills which role of which product, and who answers for which consumer: a person or a user group, by Slack id. */
export const roleHolders = pgTable(
  'role_holders',
  {
    workspace: workspace(),
    product: text('product').notNull(),
    kind: text('kind').$type<Holder['kind']>().notNull(),
    role: text('role').notNull(),
    holder: text('holder').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.product, t.kind, t.role, t.holder] })],
)

/** When the whole directory was last read from Slack. */
export const directorySyncs = pgTable('directory_syncs', {
  workspace: workspace().primaryKey(),
  at: instant('at').notNull(),
})
