import { foreignKey, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, json, workspace } from '../db/columns.ts'
import { releases } from '../releases/tables.ts'
import type { Shut } from './channels.ts'
import type { Away } from './home-away.ts'

/** The one channel of a release: its id once it exists, and how each provisioning step went. */
export const channels = pgTable(
  'channels',
  {
    workspace: workspace(),
    release: text('release').notNull(),
    channel: text('channel'),
    name: text('name').notNull(),
    /** When creating was begun whose outcome is not known. */
    attempted: instant('attempted'),
    /** Step to Slack's word for why it was given up; `done` when it worked. */
    steps: json<Record<string, string>>('steps').notNull(),
    archived: instant('archived'),
    /** Why nothing can be posted there, and since when. */
    shut: text('shut').$type<Shut>(),
    shutSince: instant('shut_since'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.release] }),
    foreignKey({ columns: [t.workspace, t.release], foreignColumns: [releases.workspace, releases.id] }),
    uniqueIndex('channels_channel').on(t.workspace, t.channel),
  ],
)

/** The channels that hear of all releases, such as #releases, by the name that products give: where it leads. */
export const homeChannels = pgTable(
  'home_channels',
  {
    workspace: workspace(),
    name: text('name').notNull(),
    /** The last one that was good to post to. */
    channel: text('channel'),
    /** Why nothing can be posted there now. */
    away: text('away').$type<Away>(),
    since: instant('since').notNull(),
    checked: instant('checked').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.name] })],
)
