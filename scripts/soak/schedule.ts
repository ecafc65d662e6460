import type { Life } from './life.ts'
import type { Scene } from './scene.ts'
import { deciding } from './scenes/deciding.ts'
import { executing } from './scenes/executing.ts'
import { preparing } from './scenes/preparing.ts'
import { reviewing } from './scenes/reviewing.ts'

const scenes: readonly Scene[] = [...preparing, ...deciding, ...executing, ...reviewing]

/** What happens in all lives at one moment. */
export interface Moment {
  readonly at: Date
  readonly played: readonly { readonly life: Life; readonly scene: Scene }[]
}

export function scheduleOf(lives: readonly Life[]): Moment[] {
  const all = lives.flatMap((life) =>
    scenes.map((scene) => ({ life, scene, at: life.at(scene.day, scene.at) })),
  )
  const moments = Map.groupBy(all, ({ at }) => at.getTime())
  return [...moments].sort(([a], [b]) => a - b).map(([at, played]) => ({ at: new Date(at), played }))
}
