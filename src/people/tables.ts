import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, json, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'
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
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    index('people_admins').on(t.workspace).where(sql`admin`),
  ],
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

/** When the whole directory was last read from Slack, and when a sweep was last begun. */
export const directorySyncs = pgTable('directory_syncs', {
  workspace: workspace().primaryKey(),
  at: instant('at'),
  begun: instant('begun'),
})

/** Roles of a release that nobody fills, and of which somebody was told. */
export const unfilledRoles = pgTable(
  'unfilled_roles',
  {
    workspace: workspace(),
    release: releaseId(),
    role: text('role').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.role] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
