import { describe, expect, test } from 'vitest'
import { waitingIn } from '../../src/home/mine.ts'
import { type Part, standingOf } from '../../src/home/standing.ts'
import { emptyReadiness } from '../../src/readiness/readiness.ts'
import { waitingItems } from '../../src/readiness/waiting.ts'
import type { Release } from '../../src/releases/release.ts'
import { notReviewed } from '../../src/reviews/reviews.ts'
import { waitingReviews } from '../../src/reviews/waiting.ts'
import { plain } from '../../src/slack/blocks.ts'
import { notVerifying } from '../../src/verification/verification.ts'
import { waitingVerification } from '../../src/verification/waiting.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { waitingVotes } from '../../src/votes/waiting.ts'
import { atStepFour, givenCleared, live, onHold } from '../execution/given-execution.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { givenListed } from '../readiness/given-readiness.ts'
import { adds, closes, givenReview, rates } from '../reviews/given-review.ts'
import { passing } from '../verification/given-verification.ts'
import { allButQuality, givenGo, givenVote } from '../votes/given-vote.ts'

const waiting = [waitingItems, waitingVotes, waitingVerification, waitingReviews].map((one) => ({
  waiting: one,
}))

/** Line one for a person at a wall time in Berlin, product time without its place. */
function said(release: Release, person: string, at: string, endedBy: Part['endedBy'] = null): string {
  const facts = givenFacts()
  const now = berlin(at)
  const quiet = { readiness: emptyReadiness, votes: noVotes, review: notReviewed, verification: notVerifying }
  const whole = { ...quiet, ...release }
  const mine = waitingIn(waiting, { release: whole, facts }, now).filter((one) => one.person === person)
  return plain(standingOf({ release: whole, facts, person, mine, now, endedBy })).replaceAll(' Berlin', '')
}

describe('line one of the help: the state, and your part', () => {
  test('planned: nothing is asked yet', () => {
    expect(said(givenListed([], { state: 'planned' }), people.dba, '19 Nov 10:00')).toBe(
      'payments-2.4.0 opens Tue 1 Dec, 16:00. Nothing is asked of you before Fri 20 Nov.',
    )
  })

  test('preparing: what is open, and what of it is yours', () => {
    expect(said(givenListed(), people.dba, '25 Nov 10:00')).toBe(
      'payments-2.4.0 is preparing, 9 of 9 open, 1 late. Yours: 4 Rehearse the rollback, late; 5 Migration on a copy.',
    )
    expect(said(givenListed(), people.bystander, '23 Nov 10:00')).toBe(
      'payments-2.4.0 is preparing, 9 of 9 open. Nothing in it waits for you.',
    )
  })

  test('deciding: which of your roles is awaited, or what you said', () => {
    const open = givenVote()
    expect(said(open, people.secLead, '30 Nov 16:00')).toBe(
      'The vote is open to Tue 1 Dec, 12:00. Security waits for you.',
    )
    expect(said(allButQuality(), people.opsLead, '30 Nov 17:00')).toBe(
      'The vote is open to Tue 1 Dec, 12:00. You said go.',
    )
    expect(said(open, people.bystander, '30 Nov 16:00')).toContain('It does not wait for you.')
  })

  test('cleared: since when, when it starts, which steps are yours', () => {
    const cleared = { ...givenGo(), execution: givenCleared().execution }
    expect(said(cleared, people.opsOncall, '1 Dec 11:00')).toBe(
      'payments-2.4.0 may go since Tue 1 Dec, 10:05. It starts at 15:00; steps 3 and 4 are yours.',
    )
    expect(said(cleared, people.dba, '1 Dec 11:00')).toContain('step 2 is yours')
    expect(said(cleared, people.bystander, '30 Nov 11:00')).toMatch(/It starts Tue 1 Dec, 15:00\.$/)
  })

  test('executing: your step, or whose it is', () => {
    expect(said(atStepFour(), people.opsOncall, '1 Dec 15:40')).toBe(
      'Step 4 of 8 is yours: deploy payments-api.',
    )
    expect(said(atStepFour(), people.webOwner, '1 Dec 15:40')).toBe(
      'Step 4 of 8, deploy payments-api, is with ops-oncall.',
    )
  })

  test('verifying: which checks are open, and yours', () => {
    expect(said(passing(live(), 1, 2, 4), people.supportLead, '3 Dec 11:00')).toBe(
      'payments-2.4.0 is live, 2 of 5 checks open. Yours: 3 Support tickets.',
    )
  })

  test('reviewing: whether you have rated it', () => {
    const review = givenReview()
    expect(said(review, people.rm, '4 Dec 10:00')).toBe(
      'You have not rated payments-2.4.0. One tap, until Thu 10 Dec, 11:00.',
    )
    expect(said(rates(review, people.rm, 4), people.rm, '4 Dec 11:00')).toBe(
      'payments-2.4.0 is reviewed until Thu 10 Dec, 11:00.',
    )
  })

  test('closed: how it ended, and what is still to do', () => {
    const closed = closes(adds(givenReview(), 'Size the pool', people.apiOwner, '15 Dec 17:00'))
    expect(said(closed, people.rm, '11 Dec 10:00')).toBe('Shipped Wed 2 Dec, 4 h 15 min late. 1 action open.')
  })

  test('on hold: since when, who and why, and that nothing is asked', () => {
    expect(said(onHold(live(), '3 Dec 20:15'), people.supportLead, '3 Dec 21:00')).toBe(
      'On hold since 20:15, ops-oncall: "INC-482". Nothing is asked meanwhile.',
    )
  })

  test('cancelled: when, by whom and why', () => {
    const cancelled = givenListed([], {
      state: 'cancelled',
      outcome: 'cancelled',
      outcomeReason: 'merged into 2.5.0',
      endedAt: berlin('30 Nov 10:00'),
    })
    expect(said(cancelled, people.dba, '1 Dec 10:00', people.rm)).toBe(
      'Cancelled Mon 30 Nov by rm: "merged into 2.5.0".',
    )
  })
})
