import { sql } from 'drizzle-orm'
import { foreignKey, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { door, instant, json, number, person, releaseId, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'
import type { Scope } from '../scope/scope.ts'
import type { Says, Silent, Undone, VoteOutcome, VoteRule } from './votes.ts'

/** One row per round of the question. */
export const votes = pgTable(
  'votes',
  {
    workspace: workspace(),
    release: releaseId(),
    round: integer('round').notNull(),
    rule: json<VoteRule>('rule').notNull(),
    seal: text('seal').notNull(),
    target: instant('target').notNull(),
    opened: instant('opened').notNull(),
    openedBy: person('opened_by'),
    closes: instant('closes').notNull(),
    undone: json<Undone>('undone'),
    endedAt: instant('ended_at'),
    endedBy: person('ended_by'),
    outcome: text('outcome').$type<VoteOutcome>(),
    why: text('why'),
    decidedSeal: text('decided_seal'),
    silent: json<Silent[]>('silent'),
    holdsUntil: instant('holds_until'),
    lostAt: instant('lost_at'),
    lostWhy: text('lost_why'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.round] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)

/** Every answer that was ever given. The one that stands for a role and a person has no time of superseding. */
export const ballots = pgTable(
  'ballots',
  {
    workspace: workspace(),
    release: releaseId(),
    round: integer('round').notNull(),
    number: number(),
    /** Null for advice. */
    role: text('role'),
    person: text('person').notNull(),
    forWhom: person('for_whom'),
    says: text('says').$type<Says>().notNull(),
    note: text('note'),
    door: door(),
    /** The reply it was read from: where, which, and Slack's time of its words. */
    channel: text('channel'),
    ts: text('ts'),
    said: text('said'),
    seal: text('seal').notNull(),
    cast: instant('cast').notNull(),
    replaces: integer('replaces'),
    superseded: instant('superseded'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.round, t.number] }),
    foreignKey({
      columns: [t.workspace, t.release, t.round],
      foreignColumns: [votes.workspace, votes.release, votes.round],
    }),
    uniqueIndex('ballots_standing')
      .on(t.workspace, t.release, t.round, t.person, sql`coalesce(${t.role}, '')`)
      .where(sql`superseded is null`),
  ],
)

/** The scope behind each seal that a vote or a ballot names. */
export const sealedScopes = pgTable(
  'sealed_scopes',
  {
    workspace: workspace(),
    release: releaseId(),
    seal: text('seal').notNull(),
    scope: json<Scope>('scope').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release, t.seal] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
  ],
)
