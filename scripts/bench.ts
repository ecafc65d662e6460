/**
 * `npm run bench`: how many `/release status` and ballots a second Shipshape answers with a thousand releases on record,
 * beside bare Bolt apps that do the least that such an act takes. `--quick` is a smoke test; `--seconds`, `--connections`
 * and `--releases` say how much; `--profile <folder>` writes a CPU profile of the app.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hotBallots, spreadBallots, statusOf } from './bench/acts.ts'
import { openBenchDatabase } from './bench/database.ts'
import { foundBallots } from './bench/found.ts'
import { writeManifest } from './bench/organisation.ts'
import { startNode } from './bench/processes.ts'
import { table } from './bench/report.ts'
import { signed, signingSecret } from './bench/requests.ts'
import { seed } from './bench/seed.ts'
import { type Measured, measure, type Series } from './bench/series.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '9' },
    connections: { type: 'string' },
    releases: { type: 'string' },
    profile: { type: 'string' },
  },
})
const count = Number(values.releases ?? (values.quick ? 30 : 1000))
const connections = (values.connections ?? (values.quick ? '5' : '1,10,50')).split(',').map(Number)
const effort = { connections, seconds: Number(values.seconds), amount: values.quick ? 15 : null }

const closing: (() => Promise<void>)[] = []
const close = async () => {
  for (const end of closing.splice(0).reverse()) await end()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().then(() => process.exit(1)))

const ok = await bench().finally(close)
process.exit(ok ? 0 : 1)

/** @returns whether everything was answered as it should be, and is on record. */
async function bench(): Promise<boolean> {
  const { url } = opened(await openBenchDatabase(process.env.DATABASE_URL), 'close')
  const slack = opened(await startNode(['scripts/bench/slack-api.ts']), 'stop')
  const app = opened(await startApp(url, slack.port), 'stop')
  await seed(url, count)
  const bare = opened(await startBare(url, await cardOf(app.port)), 'stop')
  const sides = { app, bare, count, connections }
  const status = await run(statusOf(sides))
  const ballots = [...(await run(hotBallots(sides))), ...(await run(spreadBallots(sides)))]
  const [ours, theirs] = [app.memory().toFixed(0), bare.memory().toFixed(0)]
  console.log(`Resident memory: Shipshape ${ours} MiB, bare Bolt ${theirs} MiB`)
  const refused = [...status, ...ballots].flatMap((one) => (one.refused ? `${one.side}: ${one.refused}` : []))
  if (refused.length > 0) console.error(`Not answered as wanted: ${refused.join('\n')}`)
  return (await allFound(url, ballots)) && refused.length === 0
}

/** Whatever happens, it is ended, the last that was opened first. */
function opened<K extends string, T extends Record<K, () => Promise<void>>>(thing: T, end: K): T {
  closing.push(() => thing[end]())
  return thing
}

function startBare(url: string, card: string) {
  const settings = { DATABASE_URL: url, SIGNING_SECRET: signingSecret, CARD: card }
  return startNode(['scripts/bench/bare-app.ts'], settings)
}

async function startApp(url: string, slackPort: number) {
  const profiling = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
  return startNode([...profiling, ...(await npmStart())], {
    DATABASE_URL: url,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
    MANIFEST_DIR: opened(await writeManifest(), 'remove').folder,
    PORT: '0',
    LOG_LEVEL: 'info',
  })
}

/** What `npm start` hands to Node. */
async function npmStart(): Promise<string[]> {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(await readFile('package.json', 'utf8')))
  return scripts.start.replace(/^exec node /, '').split(' ')
}

/** The card that the reference shall answer with too. */
async function cardOf(port: number): Promise<string> {
  const request = signed({ release: 1, person: 'UMANAGER', text: 'status' })
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...request })
  return answer.text()
}

async function run(series: Series): Promise<readonly Measured[]> {
  const measured = await measure(series, effort)
  console.log(table(series, measured))
  return measured
}

/** Whether every ballot that was answered is on record, and no other. */
async function allFound(url: string, measured: readonly Measured[]): Promise<boolean> {
  const accepted = (app: boolean) =>
    measured.filter(({ side }) => (side === 'Shipshape') === app).reduce((sum, one) => sum + one.accepted, 0)
  const found = await foundBallots(url)
  const told = { app: accepted(true), bare: accepted(false) }
  console.log(
    `Shipshape: ${told.app} ballots answered, ${found.app} found, ${found.timeline} on the timeline`,
  )
  console.log(`bare Bolt: ${told.bare} ballots answered, ${found.bare} found`)
  return told.app === found.app && told.app === found.timeline && told.bare === found.bare
}
