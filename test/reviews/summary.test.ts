import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finishAction } from '../../src/reviews/acting.ts'
import { drawReview } from '../../src/reviews/review-summary.ts'
import { misfits } from '../../src/slack/fits.ts'
import { actor, givenFacts, people } from '../given.ts'
import { shown } from '../shown.ts'
import { nasty } from '../slack/nasty.ts'
import { adds, closes, does, givenReview, rates } from './given-review.ts'
import { givenStoryInReview } from './given-story.ts'

const facts = givenFacts()
const draw = (release: ReturnType<typeof givenReview>) => shown(drawReview(release, facts))

const rated = () => {
  const review = rates(givenStoryInReview(), people.qaLead, 5, 'Best handover to New York so far')
  return rates(rates(review, people.rm, 3, 'Load test belongs before the vote'), people.supportLead, 5)
}
const withActions = () => {
  const first = adds(rated(), 'Size the pool by load test', people.apiOwner, '15 Dec 17:00')
  return adds(first, 'Load test before the vote', people.rm, '18 Dec 17:00')
}

describe('the review summary', () => {
  test('holds the facts by itself, and what came', () => {
    expect(draw(closes(withActions()))).toBe(
      [
        '*payments-2.4.0 reviewed: shipped, 4 h 15 min late, one incident*',
        '*To do* 1 Size the pool by load test · api-owner · Tue 15 Dec',
        '2 Load test before the vote · rm · Fri 18 Dec',
        '*Time* first users Tue 1 Dec, 16:04 (plan 16:00) · everyone Wed 2 Dec, 15:15 (plan 11:00), INC-482',
        '*Decision* go, 4 of 4. Quality asked again after a late change',
        '*Not by the book* vote opened with item 6 undone (rm) · opened to everyone early (rm)',
        '*Rated* 4.0 by 2 of 7 who did it · 5.0 by 1 of 1 who receive it',
        '"Load test belongs before the vote" · "Best handover to New York so far"',
        'Thanks: ops-oncall narrowed it in 3 min; ops-lead fixed it forward; dba rehearsed the way back.',
        '[Add action…] [Full record]',
      ].join('\n'),
    )
  })

  test('says while it is open what it waits for', () => {
    const [line, awaited, todo] = draw(givenReview()).split('\n')
    expect(line).toBe('*payments-2.4.0 in review: shipped, 4 h 15 min late*')
    expect(awaited).toBe('Rated until Thu 10 Dec, 11:00: 2 of 2 are awaited.')
    expect(todo).toBe('*To do* nothing yet')
    const everyone = rates(rates(givenReview(), people.rm, 4), people.supportLead, 4)
    expect(draw(everyone)).toContain('Everyone has rated it; it closes Thu 10 Dec, 11:00.')
  })

  test('says when nothing came', () => {
    const release = draw(closes(givenReview()))
    expect(release).toContain('*To do* nothing\n')
    expect(release).toContain('*Rated* nobody of 1 who did it · nobody of 1 who receive it')
    expect(release).toContain('*Not by the book* nothing')
    expect(release).not.toContain('*Attention*')
  })

  test('folds what is done', () => {
    const done = does(withActions(), '14 Dec 10:00', people.rm, (...on) =>
      finishAction(...on, actor(people.rm), 1),
    )
    expect(draw(done)).toContain('*To do* 2 Load test before the vote · rm · Fri 18 Dec\n*Done* 1\n')
  })

  test('tells what it asked of people', () => {
    const counted = does(givenReview(), '3 Dec 11:01', people.rm, () => [
      { type: 'attentionCounted', pings: 31, people: 12, atNight: 2 },
    ])
    expect(draw(counted)).toContain('*Attention* 31 pings, 12 people, 2 at night')
  })

  test('stays one screen with many actions and sentences', () => {
    const many = Array.from({ length: 40 }, (_, i) => `Action ${i}`)
    const release = many.reduce((state, what) => adds(state, what, people.dba, '15 Dec 17:00'), rated())
    const text = draw(release)
    expect(text).toContain('and 32 more')
    expect(text.length).toBeLessThan(2500)
    expect(misfits(drawReview(release, facts))).toEqual([])
  })

  test('is broken by nothing that people write', () => {
    fc.assert(
      fc.property(nasty, (words) => {
        const rated = rates(givenReview(), people.rm, 3, words.slice(0, 300))
        const release = adds(rated, `do ${words}`.slice(0, 300), people.dba, '15 Dec 17:00')
        expect(misfits(drawReview(release, facts))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
