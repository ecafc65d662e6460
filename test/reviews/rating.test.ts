import { describe, expect, test } from 'vitest'
import { rate, type Said } from '../../src/reviews/rating.ts'
import { ratingBy, silent, standing } from '../../src/reviews/reviews.ts'
import { actor, berlin, given, givenFacts, people, refusal } from '../given.ts'
import { closes, features, givenReview, givenVerified, rates } from './given-review.ts'

const now = berlin('4 Dec 10:00')
const say = (person: string, said: Said) => (release: ReturnType<typeof givenReview>) =>
  rate(release, givenFacts(), now, actor(person), said)

describe('a rating', () => {
  test('is one tap, kept with how its author stands to the release', () => {
    given(features, givenReview())
      .when(say(people.supportLead, { stars: 4 }))
      .happens([
        {
          type: 'rated',
          number: 1,
          replaces: null,
          person: people.supportLead,
          relation: 'receives',
          stars: 4,
          sentence: null,
        },
      ])
  })

  test.each(['paymentsLead', 'bystander', 'guest', 'stranger'] as const)('is not asked of %s', (who) => {
    expect(refusal(() => say(people[who], { stars: 1 })(givenReview()))).toMatch(
      'asks those who did it, receive it or use it',
    )
  })

  test('can be changed while the review is open; the former one is kept', () => {
    const release = rates(rates(givenReview(), people.rm, 2), people.rm, 5, 'Better than I thought')
    expect(standing(release)).toMatchObject([{ number: 2, stars: 5, sentence: 'Better than I thought' }])
    expect(release.review.ratings[0]).toMatchObject({ number: 1, stars: 2, superseded: now })
  })

  test('keeps its sentence when only the stars change, and loses it when that is taken out', () => {
    const said = rates(givenReview(), people.rm, 4, 'Good handover')
    expect(ratingBy(rates(said, people.rm, 5), people.rm)).toMatchObject({
      stars: 5,
      sentence: 'Good handover',
    })
    expect(ratingBy(rates(said, people.rm, 4, null), people.rm)).toMatchObject({ stars: 4, sentence: null })
  })

  test('said twice is said once', () => {
    given(features, rates(givenReview(), people.rm, 4))
      .when(say(people.rm, { stars: 4 }))
      .happens([])
  })

  test.each([0, 6, 2.5, Number.NaN])('of %d stars is none', (stars) => {
    expect(refusal(() => say(people.rm, { stars })(givenReview()))).toMatch('From 1, poor, to 5, great')
  })

  test('has a sentence that fits, on one line', () => {
    expect(refusal(() => say(people.rm, { stars: 4, sentence: 'x'.repeat(5000) })(givenReview()))).toBe(
      'That has 5,000 characters, and 300 fit.',
    )
    expect(ratingBy(rates(givenReview(), people.rm, 4, ' one\n two '), people.rm)?.sentence).toBe('one two')
  })

  test('is taken until the review closes', () => {
    const late = (release: ReturnType<typeof givenReview>) =>
      rate(release, givenFacts(), berlin('10 Dec 11:00'), actor(people.rm), { stars: 3 })
    expect(refusal(() => late(givenReview()))).toBe(
      'payments-2.4.0 took ratings until Thu 10 Dec, 11:00 Berlin.',
    )
    expect(refusal(() => say(people.rm, { stars: 3 })(closes(givenReview(), '5 Dec 09:00')))).toMatch(
      'until Sat 5 Dec, 09:00',
    )
    expect(refusal(() => say(people.rm, { stars: 3 })(givenVerified()))).toBe(
      'payments-2.4.0 is verifying. It is rated in its review.',
    )
  })

  test('settles its ask', () => {
    const review = givenReview()
    expect(silent(review).map(({ person }) => person)).toEqual([people.rm, people.supportLead])
    expect(silent(rates(review, people.rm, 3)).map(({ person }) => person)).toEqual([people.supportLead])
  })
})
