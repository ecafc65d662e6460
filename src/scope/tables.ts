import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { json, number, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'
import type { ChangeKind } from './scope.ts'

export const scopes = pgTable(
  'scopes',
  {
    workspace: workspace(),
    release: releaseId(),
    flags: json<string[]>('flags').notNull(),
    exposure: text('exposure'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

export const scopeComponents = pgTable(
  'scope_components',
  {
    workspace: workspace(),
    release: releaseId(),
    name: text('name').notNull(),
    /** Its place in the list, which is the order of the manifest. */
    position: integer('position').notNull(),
    revision: text('revision'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.name] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

export const scopeChanges = pgTable(
  'scope_changes',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    title: text('title').notNull(),
    link: text('link'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
