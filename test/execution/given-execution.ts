import { expect } from 'vitest'
import { evolveExecution } from '../../src/execution/events.ts'
import { notStarted } from '../../src/execution/execution.ts'
import { openTo, type WantedShare } from '../../src/execution/opening.ts'
import { exposureOf } from '../../src/execution/progress.ts'
import { startRelease } from '../../src/execution/starting.ts'
import { failStep, finishStep } from '../../src/execution/stepping.ts'
import { rollBack } from '../../src/execution/undoing.ts'
import type { Feature } from '../../src/feature.ts'
import type { Item } from '../../src/readiness/readiness.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { emptyScope } from '../../src/scope/scope.ts'
import type { OfRelease } from '../../src/surfaces/surface.ts'
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

interface Seen {
  readonly key?: string
  readonly at?: string
  readonly person?: string | null
  readonly params?: Readonly<Record<string, unknown>>
}

/** A message as the worker would draw it at a wall time in Berlin; fails when there is nothing to show. */
export function drawn(
  surface: OfRelease,
  release: Release,
  { key = '', at = '1 Dec 15:40', person = null, params = {} }: Seen = {},
) {
  const drawing = {
    release,
    facts: givenFacts(),
    key,
    person,
    params,
    now: berlin(at),
    posted: () => null,
  }
  return surface.draw(drawing) ?? expect.fail(`${surface.kind} shows nothing`)
}

/** The way back of the story, owned by ops-oncall. */
export function withWayBack(release: Release): Release {
  const item: Item = {
    number: 4,
    title: 'Rehearse the rollback',
    component: null,
    procedure: 'way back',
    role: 'Data',
    due: { before: 0 },
    wantsEvidence: false,
    required: true,
    risk: null,
    owner: people.opsOncall,
    asked: berlin('20 Nov 09:00'),
    again: null,
    fellLate: false,
    state: { is: 'done', at: berlin('27 Nov 10:00'), by: people.opsOncall, evidence: null, revision: null },
  }
  const wayBack = {
    howLong: '10 min',
    untilStep: 'step 8',
    sign: null,
    rollbackSign: 'a refund is paid twice',
  }
  return { ...release, readiness: { items: [item], wayBack } }
}

export const onHold = (release: Release, since = '1 Dec 20:15'): Release => ({
  ...release,
  hold: { since: berlin(since), by: people.opsOncall, why: 'INC-482' },
})

export const narrowed = (share = 1, from = openToTen(), at = '1 Dec 20:15', why: string | null = 'INC-482') =>
  does(from, at, people.opsOncall, (release, facts, now) =>
    openTo(release, facts, now, actor(people.opsOncall), { share, why, cutShort: null }),
  )

export const failed = (why = 'disk full') =>
  does(atStepFour(), '1 Dec 15:47', people.opsOncall, (release, facts, now) =>
    failStep(release, facts, now, actor(people.opsOncall), { number: 4, why }),
  )

export const rolledBack = (from = openToTen(), why = 'a refund was paid twice') =>
  does(from, '1 Dec 20:31', people.opsOncall, (release, facts, now) =>
    rollBack(release, facts, now, actor(people.opsOncall), why),
  )
