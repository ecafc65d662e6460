import { readFile } from 'node:fs/promises'
import type { WebClient } from '@slack/web-api'
import { parse } from 'yaml'
import { z } from 'zod'
import { whereTokens } from '../../src/advice.ts'
import { refusedToken, slackWord } from '../../src/slack/client.ts'
import { type Finding, unwell, well } from './finding.ts'

/** What of `slack-manifest.yml` can be held against what Slack says. */
export type AppManifest = z.infer<typeof manifestSchema>
const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ request_url: z.url().optional() }) }),
})

export const readAppManifest = async (path: string): Promise<AppManifest> =>
  manifestSchema.parse(parse(await readFile(path, 'utf8')))

const identity = z.object({
  team: z.string(),
  team_id: z.string(),
  user: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
})

/** The bot token, and which of the manifest's scopes it lacks. */
export async function checkBotToken(web: WebClient, manifest: AppManifest): Promise<readonly Finding[]> {
  const answer = await web.auth.test().catch((error: unknown) => ({
    refused: refusedToken(error) ?? slackWord(error),
  }))
  if ('refused' in answer) return [refusal(answer.refused, 'SLACK_BOT_TOKEN')]
  const { team, user, response_metadata } = identity.parse(answer)
  const missing = manifest.oauth_config.scopes.bot.filter((one) => !response_metadata.scopes.includes(one))
  return [
    well(`Slack takes SLACK_BOT_TOKEN: ${user} in ${team}`),
    missing.length === 0
      ? well('it has every scope of slack-manifest.yml')
      : unwell(
          `it lacks ${missing.join(', ')}`,
          'On your app\'s page, under App Manifest, paste slack-manifest.yml; then "Reinstall to Workspace" under OAuth & Permissions.',
        ),
  ]
}

/** The app-level token, for Socket Mode. */
export async function checkAppToken(web: WebClient): Promise<readonly Finding[]> {
  const word = await web.apps.connections.open({}).then(
    () => undefined,
    (error: unknown) => refusedToken(error) ?? slackWord(error),
  )
  return [word === undefined ? well('Slack takes SLACK_APP_TOKEN') : refusal(word, 'SLACK_APP_TOKEN')]
}

function refusal(word: string | null, token: keyof typeof whereTokens): Finding {
  return word === null
    ? unwell('Slack cannot be reached', 'Check the way out to slack.com, or SLACK_API_URL if you set it.')
    : unwell(`Slack says ${word} to ${token}`, whereTokens[token])
}
