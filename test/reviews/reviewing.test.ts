import { describe, expect, test } from 'vitest'
import { rollBack } from '../../src/execution/undoing.ts'
import type { State } from '../../src/releases/release.ts'
import {
  closeReview,
  closesByItself,
  dueToClose,
  dueToStart,
  startReview,
  startsByItself,
} from '../../src/reviews/reviewing.ts'
import { actor, berlin, given, givenFacts, people, refusal } from '../given.ts'
import { passes } from '../verification/given-verification.ts'
import { closes, does, features, givenLive, givenReview, givenVerified } from './given-review.ts'

const facts = givenFacts()
const now = berlin('3 Dec 11:00')
const start = (person: string) => (release: ReturnType<typeof givenVerified>) =>
  startReview(release, facts, now, actor(person))

const rolledBack = () =>
  does(givenLive(), '2 Dec 16:00', people.rm, (...on) => rollBack(...on, actor(people.rm), 'paid twice'))

describe('the review starts', () => {
  test.each(['rm', 'deputy', 'admin'] as const)('when %s says so, for a week', (who) => {
    const [event] = start(people[who])(givenVerified())
    expect(event).toMatchObject({ type: 'reviewStarted', closes: berlin('10 Dec 11:00') })
  })

  test.each([
    ['qaLead', 'Only rm or an admin starts its review'],
    ['bystander', 'Only rm or an admin starts its review'],
    ['guest', 'Guests read along'],
    ['stranger', 'Only people of this workspace'],
  ] as const)('but %s may not', (who, words) => {
    expect(refusal(() => start(people[who])(givenVerified()))).toMatch(words)
  })

  test('and takes the release into reviewing', () => {
    const release = givenReview()
    expect(release.state).toBe('reviewing')
    expect(release.outcome).toBe('shipped')
    expect(release.review.period).toMatchObject({ started: now, startedBy: people.rm, closed: null })
  })

  test('once: a double click is free', () => {
    given(features, givenReview()).when(start(people.rm), { now }).happens([])
  })

  test('after a rollback too, with that outcome', () => {
    const release = givenReview(rolledBack())
    expect(release).toMatchObject({ state: 'reviewing', outcome: 'rolled back' })
  })

  test.each<[State, string]>([
    ['preparing', 'payments-2.4.0 is preparing. Its review comes once it is verified.'],
    ['closed', 'payments-2.4.0 is closed; it was reviewed.'],
    ['cancelled', 'payments-2.4.0 was cancelled; nothing is reviewed.'],
  ])('not while it is %s', (state, words) => {
    given(features, { ...givenLive(), state })
      .when(start(people.rm))
      .isRefused(words)
  })

  test('not before it is verified, and says what is missing', () => {
    given(features, givenLive())
      .when(start(people.rm))
      .isRefused('payments-2.4.0 is not verified yet: 5 checks are open.')
    const almost = [1, 2, 3, 4].reduce((state, number) => passes(state, number), givenLive())
    given(features, almost).when(start(people.rm)).isRefused('1 check is open')
  })

  test('not on hold', () => {
    const hold = { since: now, by: people.opsOncall, why: 'INC-482' }
    given(features, givenVerified({ hold: null }))
      .when((release) => start(people.rm)({ ...release, hold }))
      .isRefused(/On hold since/)
  })
})

describe('without a word it starts', () => {
  const verifiedAt = (at: string) =>
    [1, 2, 3, 4, 5].reduce((state, number) => passes(state, number, null, at), givenLive())

  test.each([
    ['on Thursday at ten', '3 Dec 10:00', '4 Dec 09:00'],
    ['on Thursday before nine', '3 Dec 07:30', '3 Dec 09:00'],
    ['at nine sharp', '3 Dec 09:00', '4 Dec 09:00'],
    ['on Friday evening', '4 Dec 19:00', '7 Dec 09:00'],
    ['on Saturday morning', '5 Dec 08:00', '7 Dec 09:00'],
    ['on Sunday', '6 Dec 12:00', '7 Dec 09:00'],
  ])('on the next working morning when verified %s', (_, verified, starts) => {
    expect(startsByItself(verifiedAt(verified), facts)).toEqual(berlin(starts))
  })

  test('not a minute before', () => {
    const release = givenVerified()
    expect(dueToStart(release, facts, berlin('4 Dec 08:59'))).toEqual([])
    expect(dueToStart(release, facts, berlin('4 Dec 09:00'))).toMatchObject([{ type: 'reviewStarted' }])
  })

  test('at once after a rollback', () => {
    expect(dueToStart(rolledBack(), facts, berlin('2 Dec 16:00'))).toMatchObject([{ type: 'reviewStarted' }])
  })

  test('never on hold, before it is verified, or twice', () => {
    const hold = { since: now, by: people.rm, why: 'wait' }
    expect(startsByItself({ ...givenVerified(), hold }, facts)).toBeNull()
    expect(startsByItself(givenLive(), facts)).toBeNull()
    expect(startsByItself(givenReview(), facts)).toBeNull()
  })
})

describe('the review closes', () => {
  const close = (person: string) => (release: ReturnType<typeof givenReview>) =>
    closeReview(release, facts, now, actor(person))

  test.each(['rm', 'deputy', 'admin'] as const)('when %s says so', (who) => {
    expect(close(people[who])(givenReview())).toEqual([{ type: 'reviewClosed' }])
  })

  test.each([
    ['qaLead', 'Only rm or an admin closes its review'],
    ['bystander', 'Only rm or an admin closes its review'],
    ['guest', 'Guests read along'],
  ] as const)('but %s may not', (who, words) => {
    expect(refusal(() => close(people[who])(givenReview()))).toMatch(words)
  })

  test('at its date, with what came', () => {
    const release = givenReview()
    expect(closesByItself(release)).toEqual(berlin('10 Dec 11:00'))
    expect(dueToClose(release, facts, berlin('10 Dec 10:59'))).toEqual([])
    expect(dueToClose(release, facts, berlin('10 Dec 11:00'))).toEqual([{ type: 'reviewClosed' }])
  })

  test('and the release with it, for good', () => {
    const release = closes(givenReview())
    expect(release).toMatchObject({ state: 'closed', outcome: 'shipped', endedAt: berlin('10 Dec 11:00') })
    expect(close(people.rm)(release)).toEqual([])
    expect(closesByItself(release)).toBeNull()
  })

  test('not before it began', () => {
    expect(refusal(() => close(people.rm)(givenLive()))).toMatch('not verified yet')
    expect(refusal(() => close(people.rm)(givenVerified()))).toMatch('is not in review yet')
  })
})
