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
export function howToConnect(slack: Workspace, requestUrl: string | undefined): string[] {
  const { app } = slack.world
  const redirects = app.manifest.oauth_config.redirect_urls ?? []
  return [
    `The workspace is open: ${slack.url}`,
    `${app.name} is installed in it, and a member of #general and #random. Its environment, always the same:`,
    '',
    `SLACK_API_URL=${slack.apiUrl}`,
    `SLACK_BOT_TOKEN=${slack.botToken}`,
    `SLACK_APP_TOKEN=${slack.appToken}`,
    `SLACK_SIGNING_SECRET=${slack.signingSecret}`,
    `SLACK_CLIENT_ID=${app.clientId}`,
    `SLACK_CLIENT_SECRET=${app.clientSecret}`,
    '',
    'Any Bolt app: new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl: SLACK_API_URL } })',
    requestUrl
      ? `It is delivered to ${requestUrl}: new App({ token, signingSecret, clientOptions })`
      : 'By HTTP: --deliver-to http://127.0.0.1:3000/slack/events, and new App({ token, signingSecret, clientOptions })',
    `By OAuth: installerOptions: { authorizationUrl: '${slack.url}/oauth/v2/authorize', clientOptions }`,
    redirects.length > 0
      ? `  which sends people back to ${redirects.join(' or ')}; begin the installation at that same host`
      : '  and --redirect-to http://127.0.0.1:3000/slack/oauth_redirect, for the manifest names no redirect_urls',
    'Calls are counted as Slack counts them: too many are answered with 429.',
    'Stop with Ctrl-C.',
  ]
}
