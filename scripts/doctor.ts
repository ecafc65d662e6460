/** `npm run doctor`: looks at everything that Shipshape needs, and says what to do about what is not well. */
import { adviceFor } from '../src/advice.ts'
import { type Config, readConfig, secretsOf } from '../src/config.ts'
import { makeLog } from '../src/log.ts'
import { loadManifest } from '../src/manifest/manifest.ts'
import { faultOf } from '../src/operation/fault.ts'
import { scrubber } from '../src/operation/scrub.ts'
import { webClient } from '../src/slack/watched-client.ts'
import { checkSlackClock } from './doctor/clock.ts'
import { checkDatabase } from './doctor/database.ts'
import { looked, told, unwell } from './doctor/finding.ts'
import { checkPort, checkRequestUrl } from './doctor/reach.ts'
import { checkAppToken, checkBotToken, readAppManifest } from './doctor/slack.ts'
import { checkChannels, checkPeople } from './doctor/workspace.ts'

async function examine(config: Config) {
  const log = makeLog('silent')
  const client = (token: string) => webClient(token, config.SLACK_API_URL, log)
  const web = client(config.SLACK_BOT_TOKEN)
  const app = await readAppManifest('slack-manifest.yml')
  const { products } = await loadManifest(config.MANIFEST_DIR)
  const appToken = config.SLACK_APP_TOKEN
  const requestUrl = app.settings.event_subscriptions.request_url
  return [
    ...(await looked('the bot token', () => checkBotToken(web, app))),
    ...(appToken ? await looked('the app token', () => checkAppToken(client(appToken))) : []),
    ...(await looked('people', () => checkPeople(web, products))),
    ...(await looked('channels', () => checkChannels(web, products))),
    ...(await looked('the database', () => checkDatabase(config))),
    ...(await looked('Slack’s clock', () => checkSlackClock(config.SLACK_API_URL))),
    ...(await looked('the port', () => checkPort(config.PORT))),
    ...(requestUrl && !appToken ? await looked('the request URL', () => checkRequestUrl(requestUrl)) : []),
  ]
}

async function main() {
  const config = readConfig(process.env)
  const findings = await examine(config)
  const scrub = scrubber(secretsOf(config))
  for (const finding of findings) console.log(scrub(told(finding)))
  return findings.every(({ ok }) => ok)
}

const allWell = await main().catch((error) => {
  const advice = adviceFor(error) ?? faultOf(error).message
  console.log(told(unwell('settings and manifest cannot be read', advice.replaceAll('\n', '\n        '))))
  return false
})
process.exit(allWell ? 0 : 1)
