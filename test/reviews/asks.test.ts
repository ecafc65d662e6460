import { describe, expect, test } from 'vitest'
import { whoseListChanged } from '../../src/home/mine.ts'
import { finishAction } from '../../src/reviews/acting.ts'
import { actionAsk } from '../../src/reviews/action-ask.ts'
import { drawActions } from '../../src/reviews/action-list.ts'
import { ratingView } from '../../src/reviews/forms.ts'
import { ratingAsk } from '../../src/reviews/rating-ask.ts'
import { reviewFor, startQuestion } from '../../src/reviews/receipts.ts'
import { waitingReviews } from '../../src/reviews/waiting.ts'
import { misfits } from '../../src/slack/fits.ts'
import type { OfRelease } from '../../src/surfaces/surface.ts'
import { actor, berlin, givenFacts, people, recorded, system } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { adds, closes, does, givenReview, givenVerified, rates } from './given-review.ts'

const facts = givenFacts()
const now = berlin('4 Dec 10:00')

function drawn(surface: OfRelease, release: ReturnType<typeof givenReview>, person: string, key = person) {
  const drawing = { release, facts, key, person, params: {}, now, posted: () => null }
  return surface.draw(drawing) ?? expect.fail('nothing was drawn')
}

describe('the question how it was', () => {
  test('is one tap', () => {
    const ask = drawn(ratingAsk, givenReview(), people.rm)
    expect(shown(ask)).toBe('*How was payments-2.4.0? One tap, until Thu 10 Dec, 11:00*\n[1] [2] [3] [4] [5]')
    expect(misfits(ask)).toEqual([])
  })

  test('tells the time in its reader’s zone', () => {
    expect(drawn(ratingAsk, givenReview(), people.supportLead).text).toContain('Thu 10 Dec, 05:00 New York')
  })

  test('shows the answer, and how to change it while it is open', () => {
    const review = givenReview()
    expect(shown(drawn(ratingAsk, rates(review, people.rm, 4), people.rm))).toBe(
      '*You rated payments-2.4.0: 4 of 5*\n[Say more…]',
    )
    const said = rates(review, people.rm, 4, 'Good handover')
    expect(shown(drawn(ratingAsk, said, people.rm))).toBe(
      '*You rated payments-2.4.0: 4 of 5*\n"Good handover"\n[Change…]',
    )
    expect(buttonsOf(drawn(ratingAsk, closes(said), people.rm))).toEqual([])
  })

  test('is over when the review is', () => {
    expect(shown(drawn(ratingAsk, closes(givenReview()), people.rm))).toBe(
      '*payments-2.4.0 was reviewed without your word*',
    )
  })

  test('has a form that knows what was said', () => {
    const form = shown(ratingView(rates(givenReview(), people.rm, 2, 'Chaos'), people.rm))
    expect(form).toContain('How was this release?: 2, weak (5, great, 4, good, 3, fair, 2, weak, 1, poor)')
    expect(form).toContain('One sentence: Chaos')
    expect(misfits(ratingView(givenReview(), people.rm))).toEqual([])
  })

  test('stands under the review for whoever asks for it', () => {
    const review = givenReview()
    expect(shown(reviewFor(review, facts, people.rm, now))).toContain(
      'You have not rated it. One tap:\n[1] [2]',
    )
    expect(shown(reviewFor(rates(review, people.rm, 4), facts, people.rm, now))).toContain(
      'You rated it 4 of 5.',
    )
    expect(shown(reviewFor(review, facts, people.bystander, now))).not.toContain('[1]')
  })
})

describe('starting it is offered', () => {
  test('to who runs it, naming how many it asks', () => {
    expect(shown(startQuestion(givenVerified(), facts, people.rm))).toBe(
      'The review of *payments-2.4.0* asks 2 people. It starts Fri 4 Dec, 09:00 by itself.\n[Start the review]',
    )
  })

  test('to nobody else', () => {
    expect(buttonsOf(startQuestion(givenVerified(), facts, people.qaLead))).toEqual([])
  })
})

describe('an action', () => {
  const release = adds(givenReview(), 'Size the pool', people.apiOwner, '8 Dec 17:00')
  const done = does(release, '7 Dec 10:00', people.rm, (...on) => finishAction(...on, actor(people.rm), 1))

  test('tells its owner, and then who did it', () => {
    expect(shown(drawn(actionAsk, release, people.apiOwner, '1'))).toBe(
      '*rm gave you action 1 of payments-2.4.0*\n1 Size the pool · api-owner · Tue 8 Dec\n[Done]',
    )
    expect(shown(drawn(actionAsk, done, people.apiOwner, '1'))).toBe(
      '*Action 1 of payments-2.4.0 is done*\n1 Size the pool · api-owner · Tue 8 Dec · done by rm',
    )
  })

  const list = (state: typeof release, person: string, at = now) =>
    shown(drawActions(state, facts, { person, now: at }))

  test('is listed, late ones said first, with a button for those who may finish it', () => {
    const two = adds(release, 'Write it down', people.dba, '6 Dec 17:00')
    expect(list(two, people.apiOwner, berlin('7 Dec 10:00'))).toBe(
      [
        '*payments-2.4.0: 2 actions open, 1 late*',
        '2 Write it down · dba · Sun 6 Dec · late',
        '1 Size the pool · api-owner · Tue 8 Dec [Done]',
        '[Add action…]',
      ].join('\n'),
    )
    expect(list(done, people.rm)).toBe('*payments-2.4.0: no action is open*\n[Add action…]')
  })

  test('of forty, eight are shown', () => {
    const many = Array.from({ length: 40 }, (_, i) => `Action ${i}`)
    const full = many.reduce((state, what) => adds(state, what, people.dba, '8 Dec 17:00'), release)
    const message = drawActions(full, facts, { person: people.rm, now })
    expect(misfits(message)).toEqual([])
    expect(buttonsOf(message)).toHaveLength(9)
  })
})

describe('what waits for people', () => {
  const waiting = (state: ReturnType<typeof givenReview>, at = now) =>
    waitingReviews(state, facts, at).map(({ person, kind, what, late }) => [person, kind, what.mrkdwn, late])

  test('is a rating of everyone who gave none', () => {
    expect(waiting(rates(givenReview(), people.rm, 4))).toEqual([
      [people.supportLead, 'rating', 'Rate payments-2.4.0, from 1 to 5', false],
    ])
  })

  test('is an action of its owner, also when the release is closed', () => {
    const closed = closes(adds(givenReview(), 'Size the pool', people.apiOwner, '8 Dec 17:00'), '5 Dec 09:00')
    expect(waiting(closed)).toEqual([[people.apiOwner, 'action', '1 Size the pool', false]])
    expect(waiting(closed, berlin('8 Dec 17:00'))).toEqual([
      [people.apiOwner, 'action', '1 Size the pool', true],
    ])
  })

  test('is no rating while it is on hold, or when it is over', () => {
    const hold = { since: now, by: people.rm, why: 'INC-482' }
    expect(waiting({ ...givenReview(), hold })).toEqual([])
    expect(waiting(givenReview(), berlin('10 Dec 11:00'))).toEqual([])
  })

  test('is different for those who gave none once the review closes by itself', () => {
    const [before, now] = [rates(givenReview(), people.rm, 4), berlin('10 Dec 11:00')]
    const events = recorded(before, [{ type: 'reviewClosed' }], { by: system, at: now })
    const change = { before, after: closes(before), facts, events, now }
    expect(whoseListChanged([{ waiting: waitingReviews }], change)).toEqual([people.supportLead])
  })
})
