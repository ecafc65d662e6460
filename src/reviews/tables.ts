import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, json, number, person, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'
import type { Attention, Relation } from './reviews.ts'

export const reviews = pgTable(
  'reviews',
  {
    workspace: workspace(),
    release: releaseId(),
    started: instant('started').notNull(),
    startedBy: person('started_by'),
    closes: instant('closes').notNull(),
    closed: instant('closed'),
    attention: json<Attention>('attention'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

/** Who was asked, and as what; kept even if they never answer, for the share that did. */
export const reviewAsked = pgTable(
  'review_asked',
  {
    workspace: workspace(),
    release: releaseId(),
    person: person('person').notNull(),
    relation: text('relation').$type<Relation>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.person] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [reviews.workspace, reviews.release] }),
  ],
)

/** Former ratings stay, superseded by the one that took their place. */
export const ratings = pgTable(
  'ratings',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    person: person('person').notNull(),
    relation: text('relation').$type<Relation>().notNull(),
    stars: integer('stars').notNull(),
    sentence: text('sentence'),
    at: instant('at').notNull(),
    superseded: instant('superseded'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [reviews.workspace, reviews.release] }),
  ],
)

export const reviewActions = pgTable(
  'actions',
  {
    workspace: workspace(),
    release: releaseId(),
    number: number(),
    what: text('what').notNull(),
    owner: person('owner').notNull(),
    due: instant('due').notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: person('added_by'),
    doneAt: instant('done_at'),
    doneBy: person('done_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.number] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
