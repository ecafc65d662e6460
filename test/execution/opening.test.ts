import { describe, expect, test } from 'vitest'
import { dueToAsk, wakesToAsk } from '../../src/execution/asking.ts'
import { opensEarly, openTo, type WantedShare } from '../../src/execution/opening.ts'
import { currentStep, everyoneSince, exposureOf, stepNumbered } from '../../src/execution/progress.ts'
import type { Release } from '../../src/releases/release.ts'
import { actor, berlin, givenFacts, people, refusal } from '../given.ts'
import {
  atStepFour,
  deployed,
  does,
  givenCleared,
  live,
  narrowed,
  onHold,
  opens,
  openToTen,
  stepDone,
} from './given-execution.ts'

interface Try {
  readonly at?: string
  readonly by?: string
  readonly why?: string
  readonly cutShort?: number
}

const open = (release: Release, share: WantedShare, { at, by, why, cutShort }: Try = {}) =>
  openTo(release, givenFacts(), berlin(at ?? '2 Dec 15:15'), actor(by ?? people.paymentsLead), {
    share,
    why: why ?? null,
    cutShort: cutShort ?? null,
  })
describe('opening', () => {
  test('does the open step, hands over and begins the watch', () => {
    const release = opens(deployed(), 1, '1 Dec 16:04')
    expect(stepNumbered(release, 6)).toMatchObject({ state: 'done', endedAt: berlin('1 Dec 16:04') })
    expect(currentStep(release)?.number).toBe(7)
    expect(exposureOf(release)).toEqual({
      number: 1,
      share: 1,
      since: berlin('1 Dec 16:04'),
      soakUntil: berlin('1 Dec 17:04'),
      next: { share: 10, at: berlin('1 Dec 17:04') },
    })
  })

  test('next is the next phase, everyone the last', () => {
    expect(open(openToTen(), 'next')).toEqual(open(openToTen(), 'everyone'))
    expect(open(openToTen(), 'next')).toMatchObject([
      { share: 100, from: 10, step: 8, early: false },
      { type: 'liveForEveryone' },
    ])
  })

  test('twice is once', () => {
    expect(open(openToTen(), 10)).toEqual([])
    expect(open(live(), 'next')).toEqual([])
  })

  test('to everyone makes it live', () => {
    expect(live().state).toBe('verifying')
    expect(everyoneSince(live())).toEqual(berlin('2 Dec 15:15'))
    expect(live().verification.checks.map(({ number, state }) => [number, state])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [number, 'open']),
    )
  })

  test.each([people.paymentsLead, people.rm, people.deputy, people.admin])(
    '%s may open a phase of Product',
    (by) => {
      expect(open(openToTen(), 'next', { by })).toHaveLength(2)
    },
  )

  test.each([people.opsOncall, people.qaLead])('%s may not', (by) => {
    expect(refusal(() => open(openToTen(), 'next', { by }))).toBe(
      'Only payments-lead or rm opens it to everyone. You may hold it: /release hold <why>',
    )
  })

  test('without a part one is not told of the safe way', () => {
    const by = people.bystander
    expect(refusal(() => open(openToTen(), 'next', { by }))).toBe(
      'Only payments-lead or rm opens it to everyone.',
    )
  })

  test('waits for the steps before it', () => {
    expect(refusal(() => open(atStepFour(), 1, { at: '1 Dec 16:00' }))).toBe(
      'Step 6 waits for step 4 (ops-oncall, since 15:38).',
    )
    expect(refusal(() => open(deployed(), 10, { at: '1 Dec 16:00' }))).toMatch(/^Step 7 waits for step 6/)
  })

  test('only to a phase of the model', () => {
    expect(refusal(() => open(openToTen(), 50))).toBe(
      '50 % is no phase of payments-2.4.0: 1 %, 10 %, everyone.',
    )
  })

  test('not on hold, not before the start, not after a rollback', () => {
    expect(refusal(() => open(onHold(openToTen()), 'next'))).toContain('On hold since 20:15')
    expect(refusal(() => open(givenCleared(), 1))).toContain('is not started')
    expect(refusal(() => open({ ...live(), state: 'reviewing' }, 1))).toContain('nothing is opened any more')
  })
})

describe('opening before the watch is over', () => {
  const early = { at: '1 Dec 20:00' }

  test('is asked about once, for the exposure that it cuts short', () => {
    expect(opensEarly(openToTen(), 'next', berlin('1 Dec 20:00'))).toBe(true)
    expect(refusal(() => open(openToTen(), 'next', early))).toContain('10 % is watched until')
    expect(open(openToTen(), 'next', { ...early, cutShort: 2 })).toMatchObject([
      { early: true },
      { type: 'liveForEveryone' },
    ])
    expect(refusal(() => open(openToTen(), 'next', { ...early, cutShort: 1 }))).toContain('Once more?')
  })

  test('so is opening before the target', () => {
    expect(opensEarly(deployed(), 1, berlin('1 Dec 15:59'))).toBe(true)
    expect(opensEarly(deployed(), 1, berlin('1 Dec 16:00'))).toBe(false)
  })

  test('and skipping a phase that it was narrowed away from', () => {
    expect(opensEarly(narrowed(), 'everyone', berlin('3 Dec 09:00'))).toBe(true)
    expect(opensEarly(narrowed(), 'next', berlin('3 Dec 09:00'))).toBe(false)
  })
})

describe('narrowing', () => {
  test('keeps the release alive, keeps the steps done and restarts the watch', () => {
    const release = narrowed()
    expect(release.state).toBe('executing')
    expect(release.execution.steps).toEqual(openToTen().execution.steps)
    expect(exposureOf(release)).toEqual({
      number: 3,
      share: 1,
      since: berlin('1 Dec 20:15'),
      soakUntil: berlin('1 Dec 21:15'),
      next: { share: 10, at: berlin('1 Dec 21:15') },
    })
    expect(release.execution.exposures.at(-1)).toMatchObject({ from: 10, why: 'INC-482', early: false })
  })

  test.each([people.opsOncall, people.qaLead, people.secSecond, people.rm])('%s may', (by) => {
    expect(open(openToTen(), 1, { by })).toHaveLength(1)
  })

  test('somebody without a part may not', () => {
    expect(refusal(() => open(openToTen(), 1, { by: people.bystander }))).toBe(
      'Only people with a part in it narrow a release.',
    )
  })

  test('is allowed on hold, to any smaller share, and to nobody', () => {
    expect(open(onHold(openToTen()), 1)).toMatchObject([{ type: 'narrowed', share: 1 }])
    expect(open(openToTen(), 5)).toMatchObject([{ share: 5, soakUntil: berlin('2 Dec 16:15') }])
    expect(open(openToTen(), 0)).toMatchObject([{ share: 0 }])
  })

  test('is undone by opening again, without doing a step twice', () => {
    const again = opens(narrowed(), 'next', '1 Dec 21:20')
    expect(exposureOf(again).share).toBe(10)
    expect(stepNumbered(again, 7)?.endedAt).toEqual(berlin('1 Dec 17:10'))
    expect(currentStep(again)?.number).toBe(8)
  })

  test('leaves a release in verification there, until everyone has it again', () => {
    const release = narrowed(10, live(), '2 Dec 16:00')
    expect(release.state).toBe('verifying')
    expect(everyoneSince(release)).toBeNull()
    const again = opens(release, 'everyone', '3 Dec 10:00')
    expect(everyoneSince(again)).toEqual(berlin('3 Dec 10:00'))
    expect(again.verification.rounds).toHaveLength(2)
  })
})

describe('when the watch is over, the owner of the next phase is asked', () => {
  const asks = (release: Release, at: string) => dueToAsk(release, givenFacts(), berlin(at))

  test('once', () => {
    expect(wakesToAsk(openToTen())).toEqual([berlin('2 Dec 11:10')])
    expect(asks(openToTen(), '2 Dec 11:09')).toEqual([])
    expect(asks(openToTen(), '2 Dec 11:10')).toEqual([{ type: 'openingAsked', exposure: 2 }])
    const asked = does(openToTen(), '2 Dec 11:10', people.rm, dueToAsk)
    expect(asks(asked, '2 Dec 12:00')).toEqual([])
    expect(wakesToAsk(asked)).toEqual([])
  })

  test('not before everything is deployed, and then when the target has come', () => {
    expect(asks(atStepFour(), '1 Dec 16:10')).toEqual([])
    expect(asks(deployed(), '1 Dec 15:59')).toEqual([])
    expect(asks(deployed(), '1 Dec 16:00')).toEqual([{ type: 'openingAsked', exposure: 0 }])
  })

  test('at once by the last deployment, when that is late', () => {
    const late = stepDone(stepDone(atStepFour(), 4, '1 Dec 15:48'), 5, '1 Dec 16:05')
    expect(late.execution.exposures[0]?.askedAt).toEqual(berlin('1 Dec 16:05'))
  })

  test('again after a narrowing, except to nobody', () => {
    expect(asks(narrowed(), '1 Dec 21:15')).toEqual([{ type: 'openingAsked', exposure: 3 }])
    expect(asks(narrowed(0), '3 Dec 21:15')).toEqual([])
  })

  test('not on hold, not once everyone has it, not before the start', () => {
    expect(asks(onHold(openToTen()), '3 Dec 09:00')).toEqual([])
    expect(wakesToAsk(onHold(openToTen()))).toEqual([])
    expect(asks(live(), '3 Dec 09:00')).toEqual([])
    expect(asks(givenCleared(), '3 Dec 09:00')).toEqual([])
  })
})
