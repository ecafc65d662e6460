import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rejection } from '../../src/errors.ts'
import { dueToAsk } from '../../src/execution/asking.ts'
import type { Step } from '../../src/execution/execution.ts'
import { openTo, type WantedShare } from '../../src/execution/opening.ts'
import { exposureOf } from '../../src/execution/progress.ts'
import { startRelease } from '../../src/execution/starting.ts'
import { failStep, finishStep, retryStep, takeStep } from '../../src/execution/stepping.ts'
import { fixForward, rollBack } from '../../src/execution/undoing.ts'
import type { Feature } from '../../src/feature.ts'
import { evolveLifecycle, hold, resume } from '../../src/releases/lifecycle.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { dueToVerify, failCheck, passCheck } from '../../src/verification/checking.ts'
import { holdsUp, isVerified } from '../../src/verification/verification.ts'
import { actor, after, berlin, givenFacts, people } from '../given.ts'
import { features, givenCleared } from './given-execution.ts'

const all: readonly Feature[] = [...features, { name: 'lifecycle', evolve: evolveLifecycle }]

type Act = (release: Release, facts: Facts, now: Date, by: ReturnType<typeof actor>) => ReleaseEvent[]

interface Move {
  readonly says: string
  readonly by: string
  readonly minutes: number
  readonly act: Act
}

const why = 'because'
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

/** Whatever the plan says is next. */
function goesOn(release: Release, facts: Facts, now: Date, by: ReturnType<typeof actor>): ReleaseEvent[] {
  if (release.execution.steps.length === 0) return startRelease(release, facts, now, by)
  if (release.hold) return resume(release, facts, now, by)
  const check = exposureOf(release).share === 100 && release.verification.checks.find(holdsUp)
  if (check) return passCheck(release, facts, now, by, { number: check.number, note: null })
  const next = release.execution.steps.find(({ state }) => state === 'current' || state === 'failed')
  if (!next || next.kind === 'open') return opening('next', true)(release, facts, now, by)
  return finishStep(release, facts, now, by, { number: next.number, note: null })
}

const anyMove: fc.Arbitrary<Move> = fc
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

interface Taken {
  readonly before: Release
  readonly events: readonly ReleaseEvent[]
  readonly after: Release
}

/** Plays the moves; those that a rule refuses change nothing. */
function play(moves: readonly Move[]): Taken[] {
  let release = givenCleared()
  let now = berlin('1 Dec 15:00')
  return moves.map(({ act, by, minutes }) => {
    now = new Date(now.getTime() + minutes * 60_000)
    const before = release
    const events = attempted(() => act(before, givenFacts(), now, actor(by)))
    release = after(all, before, events, { at: now, by: actor(by) })
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

const inAnyCourse = (holds: (taken: Taken) => void) =>
  fc.assert(
    fc.property(fc.array(anyMove, { minLength: 10, maxLength: 60 }), (moves) => play(moves).forEach(holds)),
    { numRuns: 150 },
  )

const rank = ({ state }: Step) => (state === 'done' ? 1 : 0)

describe('in whatever course of things', () => {
  test('the share is that of the last exposure change, and each begins where the one before ended', () => {
    inAnyCourse(({ after: { execution, ...release } }) => {
      execution.exposures.forEach((one, i) => {
        expect(one.number).toBe(i)
        expect(one.from).toBe(execution.exposures[i - 1]?.share ?? 0)
      })
      expect(exposureOf({ ...release, execution }).share).toBe(execution.exposures.at(-1)?.share ?? 0)
    })
  })

  test('steps only move forward, keep their number, and one at most is being done', () => {
    inAnyCourse(({ before, after: { execution } }) => {
      for (const [i, step] of before.execution.steps.entries()) {
        const now = execution.steps[i]
        expect([now?.number, now?.title]).toEqual([step.number, step.title])
        expect(now && rank(now)).toBeGreaterThanOrEqual(rank(step))
      }
      const busy = execution.steps.filter(({ state }) => state === 'current' || state === 'failed')
      expect(busy.length).toBeLessThanOrEqual(1)
    })
  })

  test('on hold nothing happens but the safe way, answers to checks, and resuming', () => {
    const allowed = ['narrowed', 'releaseRolledBack', 'checkPassed', 'checkFailed', 'releaseResumed']
    inAnyCourse(({ before, events }) => {
      if (before.hold) expect(allowed).toEqual(expect.arrayContaining(events.map(({ type }) => type)))
    })
  })

  test('nothing opens wider before the steps before it are done', () => {
    inAnyCourse(({ events, after: { execution } }) => {
      const opened = events.find((event) => event.type === 'opened')
      if (!opened) return
      const phase = execution.steps.find((step) => step.share === opened.share)
      const undone = execution.steps.filter(({ state }) => state !== 'done')
      expect(phase?.state).toBe('done')
      expect(undone.filter((step) => step.kind === 'fix' || step.number < (phase?.number ?? 0))).toEqual([])
    })
  })

  test('it is verified only while everyone has it and nothing holds it up', () => {
    inAnyCourse(({ events, after: release }) => {
      if (!events.some(({ type }) => type === 'releaseVerified')) return
      expect(exposureOf(release).share).toBe(100)
      expect(isVerified(release)).toBe(true)
      expect(release.verification.checks.some(holdsUp)).toBe(false)
    })
  })

  test('and a rollback, whenever it comes, ends it', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 40 }), (moves) => {
        const start: Move = { says: 'start', by: people.rm, minutes: 0, act: goesOn }
        const release = play([start, ...moves]).at(-1)?.after
        if (!release || (release.state !== 'executing' && release.state !== 'verifying')) return
        const by = actor(people.opsOncall)
        const events = rollBack(release, givenFacts(), berlin('30 Dec 10:00'), by, why)
        const over = after(all, release, events, { at: berlin('30 Dec 10:00'), by })
        expect(over).toMatchObject({ state: 'reviewing', outcome: 'rolled back', hold: null })
        expect(exposureOf(over)).toMatchObject({ share: 0, since: berlin('30 Dec 10:00') })
      }),
    )
  })
})

test('such courses get somewhere: some releases are verified', () => {
  const courses = fc.sample(fc.array(anyMove, { minLength: 40, maxLength: 60 }), { numRuns: 300, seed: 7 })
  const ends = courses.flatMap((moves) => play(moves).at(-1)?.after ?? [])
  expect(ends.filter(isVerified).length).toBeGreaterThan(10)
})
