import { describe, expect, test } from 'vitest'
import type { State } from '../../src/releases/release.ts'
import { addAction, finishAction, type Wish } from '../../src/reviews/acting.ts'
import { openActions } from '../../src/reviews/reviews.ts'
import { actor, berlin, given, givenFacts, people, refusal } from '../given.ts'
import { adds, closes, does, features, givenLive, givenReview } from './given-review.ts'

const facts = givenFacts()
const now = berlin('4 Dec 11:00')
const owner = facts.people.get(people.apiOwner) ?? null
const pool: Wish = { what: 'Size the pool by load test', owner, due: berlin('15 Dec 17:00') }

const add =
  (person: string, wish: Partial<Wish> = {}) =>
  (release: ReturnType<typeof givenReview>) =>
    addAction(release, facts, now, actor(person), { ...pool, ...wish })
const finish = (person: string, number: number) => (release: ReturnType<typeof givenReview>) =>
  finishAction(release, facts, now, actor(person), number)

describe('an action is added', () => {
  test('with its owner, its date and a number that stays', () => {
    given(features, adds(givenReview(), 'Load test before the vote', people.rm, '20 Dec 17:00'))
      .when(add(people.rm))
      .happens([
        {
          type: 'actionAdded',
          number: 2,
          what: pool.what,
          owner: people.apiOwner,
          due: berlin('15 Dec 17:00'),
        },
      ])
  })

  test.each(['rm', 'admin', 'qaLead', 'supportLead'] as const)('by %s, who has a part', (who) => {
    expect(add(people[who])(givenReview())).toHaveLength(1)
  })

  test.each(['bystander', 'guest', 'stranger'] as const)('but not by %s', (who) => {
    expect(refusal(() => add(people[who])(givenReview()))).toMatch('Only people with a part')
  })

  test.each<State>(['executing', 'verifying', 'reviewing', 'closed'])('while it is %s', (state) => {
    expect(add(people.rm)({ ...givenReview(), state })).toHaveLength(1)
  })

  test.each<State>(['planned', 'preparing', 'deciding', 'cleared', 'cancelled'])(
    'not while it is %s',
    (state) => {
      expect(refusal(() => add(people.rm)({ ...givenLive(), state }))).toMatch(`payments-2.4.0 is ${state}`)
    },
  )

  test('once: the same again is nothing', () => {
    const release = adds(givenReview(), pool.what, people.apiOwner, '15 Dec 17:00')
    given(features, release).when(add(people.rm)).happens([])
  })

  test.each<[string, Partial<Wish>, string]>([
    ['what', { what: ' ' }, 'What is to be done?'],
    ['who', { owner: null }, 'Who does it? I read "Size the pool by load test".'],
    ['until when', { due: null }, 'Until when? I read "Size the pool by load test" for api-owner.'],
    ['a date to come', { due: berlin('3 Dec 17:00') }, 'Thu 3 Dec, 17:00 has passed.'],
    ['an owner who may act', { owner: facts.people.get(people.guest) ?? null }, 'guest is a guest'],
    ['words that fit', { what: 'x'.repeat(5000) }, 'That has 5,000 characters, and 300 fit.'],
  ])('only with %s', (_, wish, words) => {
    expect(refusal(() => add(people.rm, wish)(givenReview()))).toMatch(words)
  })
})

describe('an action is done', () => {
  const release = adds(givenReview(), pool.what, people.apiOwner, '15 Dec 17:00')

  test.each(['apiOwner', 'rm', 'deputy', 'admin'] as const)('when %s says so', (who) => {
    expect(finish(people[who], 1)(release)).toEqual([{ type: 'actionDone', number: 1 }])
  })

  test.each(['qaLead', 'bystander', 'guest'] as const)('but not when %s does', (who) => {
    expect(refusal(() => finish(people[who], 1)(release))).toBe('Only api-owner or rm finishes action 1.')
  })

  test('also when the release is closed, and once', () => {
    const done = does(closes(release), '14 Dec 10:00', people.apiOwner, (...on) =>
      finishAction(...on, actor(people.apiOwner), 1),
    )
    expect(openActions(done)).toEqual([])
    expect(done.state).toBe('closed')
    expect(done.review.actions[0]).toMatchObject({ doneAt: berlin('14 Dec 10:00'), doneBy: people.apiOwner })
    expect(finish(people.apiOwner, 1)(done)).toEqual([])
  })

  test('by a number that is on the list', () => {
    expect(refusal(() => finish(people.rm, 2)(release))).toBe('There is no action 2; the list ends at 1.')
    expect(refusal(() => finish(people.rm, 1)(givenReview()))).toMatch('payments-2.4.0 has no actions.')
  })
})
