import type { Entry } from '../../test/workspace/traffic.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import { chance } from './chance.ts'
import type { Replicas } from './replicas.ts'

/** Kills a replica after so much traffic, now more, now less: in the middle of whatever it does. */
export function reaperOf(
  slack: Workspace,
  replicas: Replicas,
  { seed, every, count }: { readonly seed: number; readonly every: number; readonly count: number },
) {
  const gap = () => Math.ceil(2 * every * chance(seed, 'gap before kill', replicas.kills))
  let left = gap()
  const hear = (entry: Entry) => {
    // Told at the begin and at the end; only the begin counts.
    if (entry.ms !== undefined || --left > 0) return
    replicas.kill(Math.floor(count * chance(seed, 'victim', replicas.kills)))
    left = gap()
  }
  slack.traffic.news.on('moved', hear)
  return () => slack.traffic.news.off('moved', hear)
}
