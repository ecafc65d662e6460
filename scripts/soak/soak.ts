import { openPostgres } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { startWorkspace, type Workspace } from '../../test/workspace/workspace.ts'
import { type Clock, clockFrom, inBerlin } from '../demo/clock.ts'
import { type Audit, audit } from './audit.ts'
import { Hands } from './hands.ts'
import { Life } from './life.ts'
import { reaperOf } from './reaper.ts'
import { readRecord } from './record.ts'
import { Replicas } from './replicas.ts'
import { live } from './schedule.ts'
import { tallyOf } from './tally.ts'
import { everyone, teams, writeManifest } from './teams.ts'
import { hardships } from './troubles.ts'

export interface Soak {
  /** Of an empty PostgreSQL database. */
  readonly url: string
  readonly lives: number
  readonly seed: number
  readonly replicas: number
  /** How bad a day Slack has: 1 is the demo's, 0 a good one. */
  readonly faults: number
  /** After how many calls and deliveries, on average, a replica is killed; 0 for never. */
  readonly killEvery: number
  readonly print?: (line: string) => void
}

export interface Soaked extends Audit {
  readonly calls: number
  readonly deliveries: number
  readonly met: Workspace['faults']['met']
  readonly kills: number
  /** How often somebody pressed or typed again, because no answer came. */
  readonly repeats: number
}

/** Lives many lives at once, and counts what came of them. */
export async function soak(wanted: Soak): Promise<Soaked> {
  const { print = () => {} } = wanted
  const database = openPostgres(wanted.url, 3)
  await migrate(database)
  const clock = clockFrom(inBerlin('2026-11-20 11:45'))
  const slack = await openSlack(wanted, clock)
  const ahead = () => clock.now().getTime() - Date.now()
  const replicas = new Replicas({
    count: wanted.replicas,
    settings: { ...settingsFor(slack, wanted), MANIFEST_DIR: await writeManifest() },
    ahead,
  })
  const crews = teams.map((team) => new Hands(slack, team))
  const tally = tallyOf(slack.traffic)
  const lives = Array.from({ length: Math.ceil(wanted.lives / crews.length) }, (_, round) =>
    crews.map((crew, at) => new Life(round * crews.length + at, wanted.seed, crew)),
  )
    .flat()
    .slice(0, wanted.lives)
  const reaper = reaperOf(slack, replicas, wanted)
  try {
    await replicas.up()
    reaper.begin()
    await live(lives, { clock, slack, replicas, db: database.db, settled: tally.forget, print })
    reaper.end()
    const found = audit(
      lives.map(({ expected }) => expected),
      slack.world,
      await readRecord(database.db),
    )
    return {
      ...found,
      problems: [...stuck(lives), ...replicas.crashes, ...found.problems],
      calls: tally.counts.call,
      deliveries: tally.counts.delivery,
      met: slack.faults.met,
      kills: replicas.kills,
      repeats: crews.reduce((sum, { repeats }) => sum + repeats, 0),
    }
  } finally {
    reaper.end()
    await replicas.close()
    await slack.close()
    await database.close()
  }
}

const openSlack = ({ faults, seed }: Soak, clock: Clock) =>
  startWorkspace({
    manifest: 'slack-manifest.yml',
    people: everyone,
    channels: [{ name: 'releases' }],
    clock: () => clock.now().getTime(),
    // As often as Slack, but not for minutes.
    retries: [0, 2_000, 10_000],
    eventsPerHour: Number.MAX_SAFE_INTEGER,
    faults: hardships(seed, faults),
  })

/** By Socket Mode: Slack itself spreads what it delivers over the replicas. */
const settingsFor = (slack: Workspace, { url }: Soak) => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: url,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
})

const stuck = (lives: readonly Life[]) =>
  lives.flatMap(({ key, stuck }) => (stuck ? [`${key} is stuck: ${stuck}`] : []))
