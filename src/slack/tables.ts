import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { instant, workspace } from '../db/columns.ts'

/** Events kept before they are acknowledged. The body goes once it was handled: Shipshape hears little. */
export const slackEvents = pgTable(
  'slack_events',
  {
    workspace: workspace(),
    id: text('id').notNull(),
    body: jsonb('body'),
    received: instant('received').notNull(),
    handled: instant('handled'),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
)

/** What was used of Slack's budgets in the running minute, in real time. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: timestamp('expire', { withTimezone: true, precision: 3 }),
})
