import { untilIdle } from './idle.ts'
import type { Life } from './life.ts'
import { letTimePass } from './passing.ts'
import type { Scene } from './scene.ts'
import { deciding } from './scenes/deciding.ts'
import { executing } from './scenes/executing.ts'
import { preparing } from './scenes/preparing.ts'
import { reviewing } from './scenes/reviewing.ts'
import type { Stage } from './stage.ts'

const scenes: readonly Scene[] = [...preparing, ...deciding, ...executing, ...reviewing]

/** How many lives act at once. */
const crowd = 100

interface Told {
  readonly print: (line: string) => void
  /** Called when a moment is over. */
  readonly settled: (at: string) => Promise<void>
}

/** Plays all lives, moment by moment: each replica looks at what is due while people act. */
export async function live(lives: readonly Life[], stage: Stage, told: Told) {
  const stop = letTimePass(stage)
  try {
    for (const moment of momentsOf(lives)) await liveThrough(moment, stage, told)
  } finally {
    await stop()
  }
}

async function liveThrough({ at, scenes }: Moment, stage: Stage, { print, settled }: Told) {
  const { clock, replicas, database, slack } = stage
  clock.forwardTo(at)
  await replicas.setClock()
  await Promise.all([replicas.look(), play(scenes)])
  await untilIdle(database.db, slack)
  const moment = at.toISOString().slice(0, 16)
  await settled(moment)
  print(`${moment}  ${titlesOf(scenes)}`)
}

interface Moment {
  readonly at: Date
  readonly scenes: readonly Played[]
}

interface Played {
  readonly life: Life
  readonly scene: Scene
}

function momentsOf(lives: readonly Life[]): Moment[] {
  const all = lives.flatMap((life) =>
    scenes.filter(({ when }) => when?.(life) ?? true).map((scene) => ({ life, scene })),
  )
  const moments = Map.groupBy(all, ({ life, scene: { day, at } }) =>
    life.at(day, typeof at === 'string' ? at : at(life)).getTime(),
  )
  return [...moments].sort(([a], [b]) => a - b).map(([at, scenes]) => ({ at: new Date(at), scenes }))
}

const titlesOf = (scenes: readonly Played[]) =>
  [...new Set(scenes.map(({ scene }) => scene.title))].join('; ')

/** So many lives at a time. */
async function play(scenes: readonly Played[]) {
  const left = [...scenes]
  const next = async () => {
    for (let one = left.shift(); one; one = left.shift()) await playOne(one)
  }
  await Promise.all(Array.from({ length: crowd }, next))
}

/** A life that cannot go on says why, and holds up no other. */
async function playOne({ life, scene }: Played) {
  if (life.stuck) return
  try {
    await scene.play?.(life, life.date(scene.day))
  } catch (error) {
    life.stuck = `${scene.title}: ${error instanceof Error ? error.message : String(error)}`
  }
}
