import type { Entry } from '../../test/workspace/traffic.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import { chance } from './chance.ts'
import type { Replicas } from './replicas.ts'

interface Reaping {
  readonly seed: number
  readonly killEvery: number
  readonly replicas: number
}

/**
 * Kills a replica after so many calls and deliveries, now more, now less: in the middle of whatever it does.
 * @returns how to stop it.
 */
export function reaperOf(
  { traffic: { news } }: Workspace,
  among: Replicas,
  { seed, killEvery, replicas }: Reaping,
) {
  const gap = () => Math.ceil(2 * killEvery * chance(seed, 'gap before kill', among.kills))
  let left = gap()
  const hear = (entry: Entry) => {
    const isNew = entry.ms === undefined
    if (!isNew || --left > 0) return
    among.kill(Math.floor(replicas * chance(seed, 'whom to kill', among.kills)))
    left = gap()
  }
  if (killEvery > 0) news.on('moved', hear)
  return () => void news.off('moved', hear)
}
