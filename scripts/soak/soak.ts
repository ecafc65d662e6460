import type { Workspace } from '../../test/workspace/workspace.ts'
import { type Audit, audit } from './audit.ts'
import { Hands } from './hands.ts'
import { type Homes, lookAtHomes } from './homes.ts'
import { Life } from './life.ts'
import { reaperOf } from './reaper.ts'
import { readRecord } from './record.ts'
import { live } from './schedule.ts'
import { openStage, type Stage } from './stage.ts'
import { tallyOf } from './tally.ts'
import { teams } from './teams.ts'

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
  /** Files of test/setup that take guards away. */
  readonly without?: readonly string[]
  readonly print?: (line: string) => void
}

export interface Soaked extends Audit {
  readonly calls: number
  readonly deliveries: number
  readonly byHttp: number
  /** How often a Home was compared with what waits for its person. */
  readonly homes: number
  readonly met: Workspace['faults']['met']
  readonly kills: number
  /** How often somebody pressed or typed again, because no answer came. */
  readonly repeats: number
}

/** Lives many lives at once, and counts what came of them. */
export async function soak(wanted: Soak): Promise<Soaked> {
  const stage = await openStage(wanted)
  return soakOn(stage, wanted).finally(stage.close)
}

async function soakOn(stage: Stage, wanted: Soak): Promise<Soaked> {
  const { slack, replicas, database } = stage
  const { print = () => {} } = wanted
  const crews = teams.map((team) => new Hands(slack, team))
  const lives = livesOf(crews, wanted)
  const { counts, forget } = tallyOf(slack.traffic)
  await replicas.up()
  const stopReaping = reaperOf(slack, replicas, wanted)
  const homes: Homes = { looks: 0, behind: [] }
  const settled = async (at: string) => {
    await lookAtHomes(crews, homes, at)
    forget()
  }
  await live(lives, stage, { print, settled })
  stopReaping()
  const expected = lives.map((life) => life.expected)
  const found = audit(expected, slack.world, await readRecord(database.db))
  return {
    ...found,
    problems: [...stuck(lives), ...replicas.crashes, ...homes.behind, ...found.problems],
    homes: homes.looks,
    calls: counts.call,
    deliveries: counts.delivery,
    byHttp: counts.byHttp,
    met: slack.faults.met,
    kills: replicas.kills,
    repeats: crews.reduce((sum, { repeats }) => sum + repeats, 0),
  }
}

/** The teams take turns. */
function livesOf(crews: readonly Hands[], { lives, seed }: Soak): Life[] {
  const numbers = [...Array(lives).keys()]
  return crews.flatMap((crew, turn) =>
    numbers.filter((n) => n % crews.length === turn).map((n) => new Life(n, seed, crew)),
  )
}

const stuck = (lives: readonly Life[]) =>
  lives.flatMap(({ key, stuck }) => (stuck ? [`${key} is stuck: ${stuck}`] : []))
