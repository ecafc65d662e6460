import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../src/execution/execution.ts'
import { exposureOf, soakOf } from '../../src/execution/progress.ts'
import { rollBack } from '../../src/execution/undoing.ts'
import { holdsUp, isVerified } from '../../src/verification/verification.ts'
import { actor, after, berlin, givenFacts, people } from '../given.ts'
import { all, anyMove, goesOn, type Move, play, type Taken, why } from './given-course.ts'

const inAnyCourse = (holds: (taken: Taken) => void) =>
  fc.assert(
    fc.property(fc.array(anyMove, { minLength: 10, maxLength: 60 }), (moves) => play(moves).forEach(holds)),
    { numRuns: 150 },
  )

const changesShare = (events: Taken['events']) =>
  events.some(({ type }) => type === 'opened' || type === 'narrowed')

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

  test('on hold nothing moves but the safe way; what people saw can still be told', () => {
    const safe = ['narrowed', 'releaseRolledBack', 'releaseResumed', 'watchWentOn']
    const told = ['checkPassed', 'checkFailed', 'incidentReported', 'incidentCorrected']
    inAnyCourse(({ before, events }) => {
      for (const { type } of events) if (before.hold) expect([...safe, ...told]).toContain(type)
    })
  })

  test('what opens in its time was watched for the whole of its soak, holds left out', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 20, maxLength: 60 }), (moves) => {
        let watched = 0
        let last: Date | null = null
        for (const { before, events } of play(moves)) {
          const at = events[0]?.at
          if (!at) continue
          if (last && !before.hold) watched += at.getTime() - last.getTime()
          last = at
          const opened = events.find((event) => event.type === 'opened')
          if (opened && !opened.early && opened.from > 0)
            expect(watched).toBeGreaterThanOrEqual(soakOf(before, opened.from))
          if (changesShare(events)) watched = 0
        }
      }),
      { numRuns: 300 },
    )
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
