import { readFile } from 'node:fs/promises'
import type { WebClient } from '@slack/web-api'
import { parse } from 'yaml'
import { z } from 'zod'
import { whereTokens } from '../../src/advice.ts'
import { faultOf } from '../../src/operation/fault.ts'
import { refusedToken, slackWord } from '../../src/slack/client.ts'
import { asked } from './asked.ts'
import { checkClock } from './clock.ts'
import { type Finding, unwell, well } from './finding.ts'

/** What of `slack-manifest.yml` can be held against what Slack says. */
export type AppManifest = z.infer<typeof manifestSchema>
const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
})

export const readAppManifest = async (path: string): Promise<AppManifest> =>
  manifestSchema.parse(parse(await readFile(path, 'utf8')))

/** Whom the bot token belongs to. */
export type Identity = z.infer<typeof identity>
const identity = z.object({
  team: z.string(),
  team_id: z.string(),
  user: z.string(),
  bot_id: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
})

/** Whether Slack answers at that address; it stamps each answer with its time. */
export async function checkSlack(apiUrl: string): Promise<readonly Finding[]> {
  const answer = await asked(new URL('api.test', apiUrl))
  if (!answer)
    return [
      unwell('Slack cannot be reached', 'Check the way out to slack.com, or SLACK_API_URL if you set it.'),
    ]
  const { status, body, headers } = answer
  if (!body.includes('"ok":true'))
    return [unwell(`what answers at ${apiUrl} is not Slack (${status})`, noAddress)]
  const stamped = headers.get('date')
  return [well('Slack answers'), ...(stamped ? [checkClock('Slack', new Date(stamped), new Date())] : [])]
}

const noAddress = 'Leave SLACK_API_URL out, unless it shall be another address than Slack’s own.'

/** Asks Slack who the bot token is; what it says instead is a finding. */
export async function identityOf(web: WebClient): Promise<Identity | Finding> {
  const answer = await web.auth.test().catch((error: unknown) => refusal(error, 'SLACK_BOT_TOKEN'))
  return 'kind' in answer ? answer : identity.parse(answer)
}

/** The bot token, and which of the manifest's scopes it lacks. */
export function checkBotToken(
  { team, user, response_metadata }: Identity,
  manifest: AppManifest,
): readonly Finding[] {
  const missing = manifest.oauth_config.scopes.bot.filter((one) => !response_metadata.scopes.includes(one))
  return [
    well(`Slack takes SLACK_BOT_TOKEN: ${user} in ${team}`),
    missing.length === 0
      ? well('it has every scope that slack-manifest.yml names')
      : unwell(
          `SLACK_BOT_TOKEN lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}`,
          'On your app\'s page, under App Manifest, paste slack-manifest.yml; then "Reinstall to Workspace" under OAuth & Permissions.',
        ),
  ]
}

const opened = z.object({ url: z.url() })

/** The app-level token, for Socket Mode, and the way to where the sockets are. */
export async function checkAppToken(web: WebClient): Promise<readonly Finding[]> {
  const answer = await web.apps.connections
    .open({})
    .catch((error: unknown) => refusal(error, 'SLACK_APP_TOKEN'))
  if ('kind' in answer) return [answer]
  const { protocol, host } = new URL(opened.parse(answer).url)
  // Not the socket itself: Slack would bring it what people do at this moment.
  const reached = await asked(`${protocol.replace('ws', 'http')}//${host}/`)
  return [
    well('Slack takes SLACK_APP_TOKEN'),
    reached
      ? well(`Slack's sockets at ${host} can be reached`)
      : unwell(`Slack's sockets at ${host} cannot be reached`, 'Let your firewall pass wss to it, port 443.'),
  ]
}

const about = z.object({ bot: z.object({ app_id: z.string() }) })

/** Two tokens of two apps are both taken, and then nothing is ever heard. */
export async function checkSameApp(
  web: WebClient,
  { bot_id }: Identity,
  appToken: string,
): Promise<readonly Finding[]> {
  const [, ofAppToken] = /^xapp-\d+-(A\w+)-/.exec(appToken) ?? []
  const { bot } = about.parse(await web.bots.info({ bot: bot_id }))
  if (!ofAppToken || ofAppToken === bot.app_id) return []
  return [
    unwell(
      `SLACK_BOT_TOKEN is of the app ${bot.app_id}, SLACK_APP_TOKEN of ${ofAppToken}`,
      'Take both from the pages of one app: OAuth & Permissions, and Basic Information.',
    ),
  ]
}

function refusal(error: unknown, token: keyof typeof whereTokens): Finding {
  const word = refusedToken(error) ?? slackWord(error)
  return word === null
    ? unwell(`${token} could not be tried: ${faultOf(error).message}`, 'Look again in a minute.')
    : unwell(`Slack says ${word} to ${token}`, whereTokens[token])
}
