import type { PersonSeed } from '../../test/workspace/options.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo']

/** People from their handles, spread over the world; the first is an admin. */
export function castOf(handles: string): PersonSeed[] {
  const given = handles
    .split(',')
    .map((handle) => handle.trim().replace(/^@/, ''))
    .filter(Boolean)
  return given.map((handle, index) => ({
    handle,
    name: handle.charAt(0).toUpperCase() + handle.slice(1),
    zone: zones[index % zones.length] ?? 'UTC',
    admin: index === 0,
  }))
}

/** What somebody needs to point an app at this workspace. */
export function howToConnect(slack: Workspace, requestUrl: string | null): string[] {
  return [
    `The workspace is open: ${slack.url}`,
    `${slack.world.app.name} is installed in it, and a member of #general and #random. Its environment:`,
    '',
    `SLACK_API_URL=${slack.apiUrl}`,
    `SLACK_BOT_TOKEN=${slack.botToken}`,
    `SLACK_APP_TOKEN=${slack.appToken}`,
    `SLACK_SIGNING_SECRET=${slack.signingSecret}`,
    '',
    'Any Bolt app: new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl: SLACK_API_URL } })',
    requestUrl
      ? `Commands, events and presses are delivered to ${requestUrl}, signed.`
      : 'They are delivered by Socket Mode; by HTTP with --deliver-to http://127.0.0.1:3000/slack/events',
    'Stop with Ctrl-C.',
  ]
}
