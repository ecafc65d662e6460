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
 * Kills a replica after so many calls and deliveries, now more, now less: in the middle of whatever it does, either when
 * something begins or when it was answered.
 * @returns how to stop it.
 */
export function reaperOf(
  { traffic: { news } }: Workspace,
  among: Replicas,
  { seed, killEvery, replicas }: Reaping,
) {
  const drawn = (what: string) => chance(seed, what, among.kills)
  const gap = () => Math.ceil(2 * killEvery * drawn('gap before kill'))
  let left = gap()
  const hear = ({ ms }: Entry) => {
    const isAnswered = ms !== undefined
    if (!isAnswered) left--
    if (left > 0 || isAnswered !== drawn('whether to kill at an answer') < 0.5) return
    among.kill(Math.floor(replicas * drawn('whom to kill')))
    left = gap()
  }
  if (killEvery > 0) news.on('moved', hear)
  return () => void news.off('moved', hear)
}
