import type { Release } from '../../src/releases/release.ts'
import { failCheck, passCheck } from '../../src/verification/checking.ts'
import { does } from '../execution/given-execution.ts'
import { actor, people } from '../given.ts'

export const passes = (release: Release, number: number, note: string | null = null, at = '3 Dec 10:00') =>
  does(release, at, people.rm, (state, facts, now) =>
    passCheck(state, facts, now, actor(people.rm), { number, note }),
  )

export const fails = (release: Release, number: number, why = 'totals differ by 3', at = '3 Dec 10:00') =>
  does(release, at, people.rm, (state, facts, now) =>
    failCheck(state, facts, now, actor(people.rm), { number, why }),
  )

/** Every check with these numbers passed, in this order. */
export const passing = (release: Release, ...numbers: number[]): Release =>
  numbers.reduce((state, number) => passes(state, number), release)
