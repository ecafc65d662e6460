/**
 * `npm run workspace`: the local Slack workspace alone, for any Bolt app.
 * `--manifest FILE` installs that app; `--people ada,bo` names who is there, the first an admin;
 * `--deliver-to URL` delivers by signed HTTP instead of Socket Mode; `--redirect-to URL` is where OAuth sends people
 * back to; `--port N` for the page's address.
 */
import { parseArgs } from 'node:util'
import { buildPage } from '../test/workspace/page/build.ts'
import { startWorkspace } from '../test/workspace/workspace.ts'
import { credentials } from './workspace/credentials.ts'
import { saveOnceAnswered } from './workspace/request-url.ts'
import { castOf, howToConnect } from './workspace/telling.ts'
import { startTrouble } from './workspace/trouble.ts'

process.once('uncaughtException', (error) => {
  console.error(startTrouble(error))
  process.exit(1)
})

const { values } = parseArgs({
  options: {
    manifest: { type: 'string', default: 'slack-manifest.yml' },
    people: { type: 'string', default: 'ada,bo,cy' },
    'deliver-to': { type: 'string' },
    'redirect-to': { type: 'string' },
    port: { type: 'string', default: '8080' },
  },
})

const slack = await startWorkspace({
  manifest: values.manifest,
  credentials,
  people: castOf(values.people),
  channels: [{ name: 'general' }, { name: 'random' }],
  rateLimits: 'slack',
  keepsTraffic: 2000,
  ...(values['redirect-to'] && { redirectUrls: [values['redirect-to']] }),
  port: Number(values.port),
  page: await buildPage(),
})
const requestUrl = values['deliver-to']
for (const line of howToConnect(slack, requestUrl)) console.log(line)

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
stopping.signal.addEventListener('abort', () => void slack.close().then(() => process.exit(0)))
if (requestUrl) await saveOnceAnswered(slack, requestUrl, { signal: stopping.signal, say: console.log })
