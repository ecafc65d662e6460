import { describe, expect, test } from 'vitest'
import { openTo } from '../../src/execution/opening.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { dueToVerify, failCheck, passCheck, wakesToVerify } from '../../src/verification/checking.ts'
import { goLive, isVerified } from '../../src/verification/verification.ts'
import { does, live, openToTen, stepDone } from '../execution/given-execution.ts'
import { actor, berlin, givenFacts, people, refusal, standard } from '../given.ts'
import { fails, passes, passing } from './given-verification.ts'

const now = berlin('3 Dec 10:00')
const pass = (release: Release, number: number, by: string, note: string | null = null) =>
  passCheck(release, givenFacts(), now, actor(by), { number, note })
const fail = (release: Release, number: number, by: string, why = 'totals differ by 3') =>
  failCheck(release, givenFacts(), now, actor(by), { number, why })
const states = (release: Release) => release.verification.checks.map(({ state }) => state)
const verified = () => passing(live(), 1, 2, 3, 4, 5)

describe('a check', () => {
  test('passes by the word of a holder of its role', () => {
    expect(pass(live(), 3, people.supportLead, '11 about the old text')).toEqual([
      { type: 'checkPassed', number: 3, note: '11 about the old text' },
    ])
    expect(passes(live(), 3).verification.checks[2]).toMatchObject({
      state: 'passed',
      note: null,
      by: people.rm,
      at: now,
    })
  })

  test.each([people.rm, people.deputy, people.admin])('or of %s, who runs it', (by) => {
    expect(pass(live(), 3, by)).toHaveLength(1)
    expect(fail(live(), 3, by)).toHaveLength(1)
  })

  test.each([people.qaLead, people.bystander])('not of %s', (by) => {
    expect(refusal(() => pass(live(), 3, by))).toBe('Only Support answers check 3: support-lead, rm.')
    expect(refusal(() => fail(live(), 3, by))).toBe('Only Support answers check 3: support-lead, rm.')
  })

  test('that failed says why, and may pass after all', () => {
    expect(refusal(() => fail(live(), 4, people.dba, ' '))).toBe(
      'Failed how? Like: /release verify 4 fail totals differ by 3',
    )
    expect(fails(live(), 4).verification.checks[3]).toMatchObject({
      state: 'failed',
      note: 'totals differ by 3',
      failures: 1,
    })
    expect(passes(fails(live(), 4), 4).verification.checks[3]).toMatchObject({ state: 'passed', failures: 1 })
  })

  test('twice is once', () => {
    expect(pass(passes(live(), 1), 1, people.qaLead)).toEqual([])
    expect(fail(fails(live(), 1), 1, people.qaLead)).toEqual([])
  })

  test('must be on the list, and only after everyone has it', () => {
    expect(refusal(() => pass(live(), 9, people.rm))).toBe('There is no check 9; the list ends at 5.')
    expect(refusal(() => pass(openToTen(), 1, people.rm))).toBe(
      'payments-2.4.0 is executing; its checks begin when everyone has it.',
    )
    expect(refusal(() => pass({ ...live(), state: 'closed' }, 1, people.rm))).toBe(
      'payments-2.4.0 is closed; nothing is checked now.',
    )
  })
})

describe('the release is verified', () => {
  test('by the last check, and then has shipped', () => {
    expect(isVerified(passing(live(), 1, 2, 3, 4))).toBe(false)
    expect(pass(passing(live(), 1, 2, 3, 4), 5, people.paymentsLead)).toEqual([
      { type: 'checkPassed', number: 5, note: null },
      { type: 'releaseVerified' },
    ])
    expect(isVerified(verified())).toBe(true)
    expect(verified()).toMatchObject({ state: 'verifying', outcome: 'shipped' })
  })

  test('with a note, when a check failed that is not required', () => {
    expect(isVerified(fails(passing(live(), 1, 2, 4, 5), 3))).toBe(true)
  })

  test('not while a required one failed', () => {
    expect(isVerified(fails(passing(live(), 1, 2, 3, 5), 4))).toBe(false)
    expect(isVerified(passes(fails(passing(live(), 1, 2, 3, 5), 4), 4))).toBe(true)
  })

  test('at once, where the model asks for no check', () => {
    const facts = givenFacts({ model: { ...standard, checks: [] } })
    expect(goLive(openToTen(), facts)).toEqual([
      { type: 'liveForEveryone', checks: [] },
      { type: 'releaseVerified' },
    ])
  })

  test('not on hold, but as soon as that is over', () => {
    const hold = { since: now, by: people.opsOncall, why: 'INC-482' }
    const last = { ...passing(live(), 1, 2, 3, 4), hold }
    const checked = does(last, '3 Dec 11:00', people.paymentsLead, (release) =>
      pass(release, 5, people.paymentsLead),
    )
    expect(isVerified(checked)).toBe(false)
    expect(wakesToVerify(checked)).toEqual([])
    const resumed = { ...checked, hold: null }
    expect(wakesToVerify(resumed)).toEqual([berlin('2 Dec 15:15')])
    expect(dueToVerify(resumed, givenFacts(), now)).toEqual([{ type: 'releaseVerified' }])
  })

  test('not while fewer than everyone have it', () => {
    const narrowed = does(
      passing(live(), 1, 2, 3, 4),
      '3 Dec 11:00',
      people.opsOncall,
      (release, facts, at) =>
        openTo(release, facts, at, actor(people.opsOncall), { share: 10, why: null, cutShort: null }),
    )
    expect(isVerified(passes(narrowed, 5))).toBe(false)
  })

  test('not any more, when it is narrowed or fixed forward afterwards', () => {
    const narrowed = does(verified(), '3 Dec 11:00', people.opsOncall, (release, facts, at) =>
      openTo(release, facts, at, actor(people.opsOncall), { share: 10, why: null, cutShort: null }),
    )
    expect(isVerified(narrowed)).toBe(false)
    expect(narrowed.outcome).toBeNull()
  })
})

describe('after a fix forward', () => {
  const fixed = () => {
    const failed = fails(passing(live(), 1, 2), 4)
    const fixing = does(failed, '3 Dec 11:00', people.rm, (release, facts, at) =>
      fixForward(release, facts, at, actor(people.rm), 'totals'),
    )
    return stepDone(fixing, 9, '3 Dec 12:00')
  }

  test('what failed is asked again, what passed stays', () => {
    expect(states(fixed())).toEqual(['passed', 'passed', 'open', 'open', 'open'])
    expect(fixed().verification.checks[3]).toMatchObject({ note: null, by: null, failures: 1 })
    expect(fixed().verification.rounds.map(({ number, liveAt }) => [number, liveAt])).toEqual([
      [1, berlin('2 Dec 15:15')],
      [2, berlin('3 Dec 12:00')],
    ])
  })

  test('it can be verified', () => expect(isVerified(passing(fixed(), 3, 4, 5))).toBe(true))
})
