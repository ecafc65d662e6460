import { openPostgres } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { startWorkspace, type Workspace } from '../../test/workspace/workspace.ts'
import { cast, castChannels } from '../demo/cast.ts'
import { type Clock, clockFrom, inBerlin } from '../demo/clock.ts'
import { audit } from './audit.ts'
import { Hands } from './hands.ts'
import { Life } from './life.ts'
import { reaperOf } from './reaper.ts'
import { Replicas } from './replicas.ts'
import { type Moment, scheduleOf } from './schedule.ts'
import { settled } from './settled.ts'
import { hardships } from './troubles.ts'

export interface Soak {
  readonly url: string
  readonly lives: number
  readonly seed: number
  readonly replicas: number
  readonly faults: boolean
  /** After how many calls and deliveries, on average, a replica is killed; 0 for never. */
  readonly killEvery: number
  readonly print?: (line: string) => void
}

/** How many lives act at once. */
const crowd = 24

export async function soak({
  url,
  lives: n,
  seed,
  replicas: count,
  faults,
  killEvery,
  print = () => {},
}: Soak) {
  const database = openPostgres(url, 3)
  await migrate(database)
  const clock = clockFrom(inBerlin('2026-11-20 09:45'))
  const slack = await startWorkspace({
    manifest: 'slack-manifest.yml',
    people: cast,
    channels: castChannels,
    clock: () => clock.now().getTime(),
    retries: [0, 2_000, 10_000],
    eventsPerHour: Number.MAX_SAFE_INTEGER,
    ...(faults && { faults: hardships(seed) }),
  })
  const replicas = new Replicas({ count, settings: settingsFor(slack, url), ahead: () => aheadOf(clock) })
  await replicas.up()
  const hands = new Hands(slack)
  const lives = Array.from({ length: n }, (_, number) => new Life(number, seed, hands))
  const stopReaping = killEvery > 0 ? reaperOf(slack, replicas, { seed, every: killEvery, count }) : () => {}
  for (const moment of scheduleOf(lives)) {
    clock.forwardTo(moment.at)
    await replicas.order({ ahead: aheadOf(clock) })
    await Promise.all([replicas.order('look'), played(moment)])
    await settled(database.db, slack)
    print(`${moment.at.toISOString()} ${moment.played[0]?.scene.title}`)
  }
  stopReaping()
  const found = await audit({ database, slack, lives })
  await replicas.close()
  await slack.close()
  await database.close()
  return { ...found, kills: replicas.kills, crashes: replicas.crashes, repeats: hands.repeats }
}

const aheadOf = (clock: Clock) => clock.now().getTime() - Date.now()

const settingsFor = (slack: Workspace, url: string) => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: url,
  MANIFEST_DIR: 'scripts/soak/manifest',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
})

/** So many lives at a time; one that cannot go on says why, and holds up no other. */
async function played({ played }: Moment) {
  const left = [...played]
  const next = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      const { life, scene } = one
      if (life.stuck) continue
      try {
        await scene.play(life, scene.day)
      } catch (error) {
        life.stuck = `${scene.title}: ${error instanceof Error ? error.message : String(error)}`
        console.error(life.key, life.stuck)
      }
    }
  }
  await Promise.all(Array.from({ length: crowd }, next))
}
