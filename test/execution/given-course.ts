import fc from 'fast-check'
import { Rejection } from '../../src/errors.ts'
import { dueToAsk } from '../../src/execution/asking.ts'
import { openTo, type WantedShare } from '../../src/execution/opening.ts'
import { exposureOf } from '../../src/execution/progress.ts'
import { startRelease } from '../../src/execution/starting.ts'
import { failStep, finishStep, retryStep, takeStep } from '../../src/execution/stepping.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Feature } from '../../src/feature.ts'
import { evolve } from '../../src/releases/evolve.ts'
import { evolveLifecycle, hold, resume } from '../../src/releases/lifecycle.ts'
import type { Facts, Recorded, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { dueToVerify, failCheck, passCheck } from '../../src/verification/checking.ts'
import { reportIncident } from '../../src/verification/incidents.ts'
import { holdsUp } from '../../src/verification/verification.ts'
import { actor, berlin, givenFacts, people, recorded } from '../given.ts'
import { features, givenCleared } from './given-execution.ts'

export const all: readonly Feature[] = [...features, { name: 'lifecycle', evolve: evolveLifecycle }]

type Act = (release: Release, facts: Facts, now: Date, by: ReturnType<typeof actor>) => ReleaseEvent[]

export interface Move {
  readonly says: string
  readonly by: string
  readonly minutes: number
  readonly act: Act
}

export const why = 'because'
const number = fc.integer({ min: 1, max: 10 })
const share = fc.constantFrom<WantedShare>(0, 1, 1, 5, 10, 10, 100, 'next', 'next', 'everyone')

const numbered = (word: string, weight: number, act: (number: number) => Act) => ({
  weight,
  arbitrary: number.map((n) => ({ says: `${n} ${word}`, act: act(n) })),
})
const plain = (says: string, weight: number, act: Act) => ({
  weight,
  arbitrary: fc.constant({ says, act }),
})

/** What is most likely next comes up often, or no course would get far. */
const anyAct = fc.oneof(
  plain('goes on', 20, goesOn),
  numbered('done', 2, (n) => (r, f, t, by) => finishStep(r, f, t, by, { number: n, note: null })),
  numbered('failed', 2, (n) => (r, f, t, by) => failStep(r, f, t, by, { number: n, why })),
  numbered('retry', 1, (n) => (r, f, t, by) => retryStep(r, f, t, by, { number: n })),
  numbered('take', 1, (n) => (r, f, t, by) => takeStep(r, f, t, by, { number: n })),
  numbered('pass', 3, (n) => (r, f, t, by) => passCheck(r, f, t, by, { number: n, note: null })),
  numbered('fail', 1, (n) => (r, f, t, by) => failCheck(r, f, t, by, { number: n, why })),
  {
    weight: 4,
    arbitrary: fc
      .record({ share, agreed: fc.boolean() })
      .map((o) => ({ says: `open ${o.share}${o.agreed ? ' early' : ''}`, act: opening(o.share, o.agreed) })),
  },
  plain('hold', 1, (r, f, t, by) => hold(r, f, t, by, why)),
  plain('resume', 2, resume),
  plain('fix', 1, (r, f, t, by) => fixForward(r, f, t, by, why)),
  plain('incident', 1, incident),
  plain('the clock', 2, (r, f, t) => [...dueToAsk(r, f, t), ...dueToVerify(r, f, t)]),
)

const opening =
  (wanted: WantedShare, agreed: boolean): Act =>
  (release, facts, now, by) =>
    openTo(release, facts, now, by, {
      share: wanted,
      why: null,
      cutShort: agreed ? exposureOf(release).number : null,
    })

/** The same incident again and again, of which more is known each time. */
function incident(release: Release, facts: Facts, now: Date, by: ReturnType<typeof actor>): ReleaseEvent[] {
  const known = release.verification.incidents.length > 0
  return reportIncident(release, facts, now, by, {
    name: 'INC-482',
    link: 'https://example.com/INC-482',
    note: null,
    caused: known ? 'yes' : 'unsure',
    began: now,
    ended: known ? now : null,
  })
}

/** Whatever the plan says is next. */
export function goesOn(
  release: Release,
  facts: Facts,
  now: Date,
  by: ReturnType<typeof actor>,
): ReleaseEvent[] {
  if (release.execution.steps.length === 0) return startRelease(release, facts, now, by)
  if (release.hold) return resume(release, facts, now, by)
  const check = exposureOf(release).share === 100 && release.verification.checks.find(holdsUp)
  if (check) return passCheck(release, facts, now, by, { number: check.number, note: null })
  const next = release.execution.steps.find(({ state }) => state === 'current' || state === 'failed')
  if (!next || next.kind === 'open') return opening('next', true)(release, facts, now, by)
  return finishStep(release, facts, now, by, { number: next.number, note: null })
}

export const anyMove: fc.Arbitrary<Move> = fc
  .record({
    does: anyAct,
    by: fc.constantFrom(
      people.rm,
      people.rm,
      people.rm,
      people.opsOncall,
      people.paymentsLead,
      people.qaLead,
      people.bystander,
    ),
    minutes: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ does: { says, act }, ...rest }) => ({ says, act, ...rest }))

export interface Taken {
  readonly before: Release
  readonly events: readonly Recorded[]
  readonly after: Release
}

/** Plays the moves; those that a rule refuses change nothing. */
export function play(moves: readonly Move[], from: Release = givenCleared()): Taken[] {
  let release = from
  let now = berlin('1 Dec 15:00')
  return moves.map(({ act, by, minutes }) => {
    now = new Date(now.getTime() + minutes * 60_000)
    const before = release
    const decided = attempted(() => act(before, givenFacts(), now, actor(by)))
    const events = recorded(before, decided, { at: now, by: actor(by) })
    release = events.reduce((state, event) => evolve(all, state, event), before)
    return { before, events, after: release }
  })
}

function attempted(act: () => ReleaseEvent[]): ReleaseEvent[] {
  try {
    return act()
  } catch (error) {
    if (error instanceof Rejection) return []
    throw error
  }
}
