/**
 * `npm run doctor`: looks at everything that Shipshape needs, and says what to do about what is not well.
 * `--url https://your.host/slack/events` also sees whether what Slack delivers there arrives.
 */
import { parseArgs } from 'node:util'
import { adviceFor } from '../src/advice.ts'
import { type Config, readConfig, secretsOf } from '../src/config.ts'
import { makeLog } from '../src/log.ts'
import { faultOf } from '../src/operation/fault.ts'
import { scrubber } from '../src/operation/scrub.ts'
import type { Product } from '../src/products/products.ts'
import { webClient } from '../src/slack/watched-client.ts'
import { checkDatabase } from './doctor/database.ts'
import { type Finding, isBad, looked, skipped, summary, told, unwell } from './doctor/finding.ts'
import { readProducts } from './doctor/products.ts'
import { checkPort, checkRequestUrl, requestUrlUnknown } from './doctor/reach.ts'
import {
  checkAppToken,
  checkBotToken,
  checkSameApp,
  checkSlack,
  type Identity,
  identityOf,
  readAppManifest,
} from './doctor/slack.ts'
import { checkChannels, checkPeople } from './doctor/workspace.ts'

async function* examine(config: Config, url: string | undefined): AsyncGenerator<Finding> {
  const { products, finding } = await readProducts(config.MANIFEST_DIR)
  yield finding
  const slack = await looked('Slack', () => checkSlack(config.SLACK_API_URL))
  yield* slack
  const answers = !slack.some(isBad)
  const who = answers ? yield* examineTokens(config) : null
  if (who && products) yield* examineWorkspace(config, who, products)
  else yield skipped(`${answers ? '' : 'tokens, '}people and channels`, whatElse)
  yield* await looked('the database', () => checkDatabase(config, who?.team_id ?? null))
  yield* await looked('the port', () => checkPort(config.PORT))
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret } = config
  if (appToken || !secret) return
  yield* url ? await looked('the Request URL', () => checkRequestUrl(url, secret)) : [requestUrlUnknown]
}

const whatElse = 'Mend what is not ok above it, then look again.'

/** @returns whom the bot token belongs to, if Slack takes it. */
async function* examineTokens(config: Config): AsyncGenerator<Finding, Identity | null> {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken } = config
  const web = clientFor(config, token)
  const who = await identityOf(web)
  const known = 'kind' in who ? null : who
  yield* 'kind' in who ? [who] : checkBotToken(who, await readAppManifest('slack-manifest.yml'))
  if (!appToken) return known
  yield* await looked('the app token', () => checkAppToken(clientFor(config, appToken)))
  if (known) yield* await looked('the two tokens', () => checkSameApp(web, known, appToken))
  return known
}

async function* examineWorkspace(
  config: Config,
  { team_id: workspace }: Identity,
  products: readonly Product[],
) {
  const web = clientFor(config, config.SLACK_BOT_TOKEN)
  const sought = { workspace, products, admins: config.ADMINS }
  yield* await looked('people', () => checkPeople(web, sought))
  yield* await looked('channels', () => checkChannels(web, products))
}

const clientFor = ({ SLACK_API_URL }: Config, token: string) =>
  webClient(token, SLACK_API_URL, makeLog('silent'))

async function main(say: (line: string) => void) {
  const { values } = parseArgs({ options: { url: { type: 'string' } } })
  const findings: Finding[] = []
  for await (const finding of examine(readConfig(process.env), values.url)) {
    findings.push(finding)
    say(told(finding))
  }
  say(summary(findings))
  return !findings.some(isBad)
}

const scrub = scrubber(secretsOf(process.env))
const say = (line: string) => console.log(scrub(line))
const allWell = await main(say).catch((error) => {
  say(told(unwell('it cannot even begin', adviceFor(error) ?? faultOf(error).message)))
  return false
})
process.exit(allWell ? 0 : 1)
