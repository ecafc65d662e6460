/**
 * `npm run workspace`: the local Slack workspace alone, for any Bolt app.
 * `--manifest FILE` installs that app; `--people ada,bo` names who is there, the first an admin;
 * `--deliver-to URL` delivers by signed HTTP instead of Socket Mode; `--port N` for the page's address.
 */
import { parseArgs } from 'node:util'
import { buildPage } from '../test/workspace/page/build.ts'
import { startWorkspace } from '../test/workspace/workspace.ts'
import { castOf, howToConnect } from './workspace/telling.ts'

const { values } = parseArgs({
  options: {
    manifest: { type: 'string', default: 'slack-manifest.yml' },
    people: { type: 'string', default: 'ada,bo,cy' },
    'deliver-to': { type: 'string' },
    port: { type: 'string', default: '8080' },
  },
})

const slack = await startWorkspace({
  manifest: values.manifest,
  people: castOf(values.people),
  channels: [{ name: 'general' }, { name: 'random' }],
  rateLimits: 'slack',
  port: Number(values.port),
  page: await buildPage(),
})
const requestUrl = values['deliver-to'] ?? null
slack.deliverTo(requestUrl)
for (const line of howToConnect(slack, requestUrl)) console.log(line)

process.once('SIGINT', () => void slack.close().then(() => process.exit(0)))
process.once('SIGTERM', () => void slack.close().then(() => process.exit(0)))
