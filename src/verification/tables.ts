import { boolean, doublePrecision, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, number, person, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'
import type { Cause, Check } from './verification.ts'

export const verificationRounds = pgTable(
  'verification_rounds',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    liveAt: instant('live_at').notNull(),
    verifiedAt: instant('verified_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

export const checks = pgTable(
  'checks',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    title: text('title').notNull(),
    role: text('role').notNull(),
    required: boolean('required').notNull(),
    state: text('state').$type<Check['state']>().notNull(),
    note: text('note'),
    by: person('by'),
    at: instant('at'),
    failures: integer('failures').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

export const incidents = pgTable(
  'incidents',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    name: text('name').notNull(),
    link: text('link'),
    note: text('note'),
    caused: text('caused').$type<Cause>().notNull(),
    began: instant('began').notNull(),
    ended: instant('ended'),
    share: doublePrecision('share').notNull(),
    by: person('by'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
