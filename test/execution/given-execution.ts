import { evolveExecution } from '../../src/execution/events.ts'
import { notStarted } from '../../src/execution/execution.ts'
import { openTo, type WantedShare } from '../../src/execution/opening.ts'
import { exposureOf } from '../../src/execution/progress.ts'
import { startRelease } from '../../src/execution/starting.ts'
import { finishStep } from '../../src/execution/stepping.ts'
import type { Feature } from '../../src/feature.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { emptyScope } from '../../src/scope/scope.ts'
import { evolveVerification } from '../../src/verification/events.ts'
import { notVerifying } from '../../src/verification/verification.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { actor, after, berlin, givenFacts, givenRelease, people } from '../given.ts'

export const features: readonly Feature[] = [
  { name: 'execution', evolve: evolveExecution },
  { name: 'verification', evolve: evolveVerification },
]

const revisions = { 'payments-api': 'a1', 'payments-ledger': '4be77d1', 'checkout-web': 'c3' }

/** payments-2.4.0 with its go, on the day it opens. */
export function givenCleared(overrides: Partial<Release> = {}): Release {
  const components = Object.entries(revisions).map(([name, revision]) => ({ name, revision }))
  return givenRelease({
    state: 'cleared',
    scope: { ...emptyScope, components },
    votes: noVotes,
    readiness: { items: [], wayBack: null },
    execution: notStarted,
    verification: notVerifying,
    ...overrides,
  })
}

/** Somebody does something at a wall time in Berlin; what they may not do throws. */
export function does(
  release: Release,
  at: string,
  person: string,
  act: (release: Release, facts: Facts, now: Date) => ReleaseEvent[],
  facts: Facts = givenFacts(),
): Release {
  const now = berlin(at)
  return after(features, release, act(release, facts, now), { at: now, by: actor(person) })
}

export const started = (at = '1 Dec 15:00'): Release =>
  does(givenCleared(), at, people.rm, (release, facts, now) =>
    startRelease(release, facts, now, actor(people.rm)),
  )

export const stepDone = (release: Release, number: number, at: string): Release =>
  does(release, at, people.rm, (state, facts, now) =>
    finishStep(state, facts, now, actor(people.rm), { number, note: null }),
  )

/** As in the story: step 4 of 8 since 15:38. */
export function atStepFour(): Release {
  const afterOne = stepDone(started(), 1, '1 Dec 15:01')
  return stepDone(stepDone(afterOne, 2, '1 Dec 15:24'), 3, '1 Dec 15:38')
}

/** Everything is deployed at 15:58; nobody has it yet. */
export const deployed = (): Release => stepDone(stepDone(atStepFour(), 4, '1 Dec 15:48'), 5, '1 Dec 15:58')

export const opens = (release: Release, share: WantedShare, at: string): Release =>
  does(release, at, people.rm, (state, facts, now) =>
    openTo(state, facts, now, actor(people.rm), { share, why: null, cutShort: exposureOf(state).number }),
  )

export const openToTen = (): Release => opens(opens(deployed(), 1, '1 Dec 16:04'), 10, '1 Dec 17:10')

/** Everyone has it since Wed 2 Dec, 15:15. */
export const live = (): Release => opens(openToTen(), 'everyone', '2 Dec 15:15')
