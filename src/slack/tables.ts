import { doublePrecision, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
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

/** When each of the newest calls was made that Slack counts together, in real milliseconds. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  taken: doublePrecision('taken').array().notNull(),
})
