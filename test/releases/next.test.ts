import { describe, expect, test } from 'vitest'
import { nextLine } from '../../src/releases/next.ts'
import type { Facts, Release } from '../../src/releases/release.ts'
import { notReviewed } from '../../src/reviews/reviews.ts'
import {
  atStepFour,
  deployed,
  failed,
  givenCleared,
  narrowed,
  onHold,
  openToTen,
} from '../execution/given-execution.ts'
import { berlin, givenFacts, givenRelease, people } from '../given.ts'
import { allDone, done, givenListed } from '../readiness/given-readiness.ts'
import { adds, closes, givenLive, givenReview, givenVerified, rates } from '../reviews/given-review.ts'
import { words } from '../shown.ts'
import { fails, passing } from '../verification/given-verification.ts'
import { allButQuality, givenVote, revised, says } from '../votes/given-vote.ts'

const next = (release: Release, at = '25 Nov 16:00', facts: Facts = givenFacts()) => {
  const line = nextLine(release, facts, berlin(at))
  return line && words(line)
}

const holders = (changed: Facts['holders']) =>
  givenFacts({ holders: { ...givenFacts().holders, ...changed } })
const undone = (...numbers: number[]) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((number) => !numbers.includes(number)).map((number) => done(number))
const blocked = {
  type: 'itemBlocked',
  number: 6,
  why: 'staging is down',
  waitsFor: people.opsOncall,
} as const

describe('what must happen next, and by whom', () => {
  test.each<[string, string | null, string | null]>([
    ['planned', next(givenRelease({ state: 'planned' })), '*Next* preparing begins Fri 20 Nov, 09:00'],
    [
      'preparing',
      next(givenListed(undone(4, 6, 8))),
      '*Next* dba finishes 4 Rehearse the rollback, qa-lead finishes 6 Load test, twice the traffic, 1 more',
    ],
    [
      'blocked',
      next(givenListed([...undone(6), blocked])),
      '*Next* ops-oncall unblocks 6 Load test, twice the traffic',
    ],
    [
      'nobody’s',
      next(givenListed(undone(8)), '25 Nov 16:00', holders({ Support: [] })),
      '*Next* somebody of Support takes 8 Brief support',
    ],
    ['ready', next(givenListed(allDone)), '*Next* the vote opens Mon 30 Nov, 15:00'],
    ['too late', next(givenListed(allDone), '1 Dec 13:00'), '*Next* rm moves the target, or opens the vote'],
    [
      'deciding',
      next(givenVote({}), '30 Nov 16:00'),
      '*Next* sec-lead or sec-second, qa-lead, ops-lead and payments-lead answer',
    ],
    ['deciding, one is missing', next(allButQuality()), '*Next* qa-lead answers'],
    [
      'deciding, again',
      next(revised(says(givenVote(), people.secSecond, 'go'))),
      '*Next* qa-lead, ops-lead, payments-lead and sec-second answer',
    ],
    [
      'deciding, refused',
      next(says(allButQuality(), people.qaLead, 'no-go checkout is red')),
      '*Next* the vote closes Tue 1 Dec, 12:00 with no-go, unless qa-lead says go before',
    ],
    [
      'deciding, nobody fills it',
      next(allButQuality(), '30 Nov 16:00', holders({ Quality: [] })),
      '*Next* whoever fills Quality answers',
    ],
    ['cleared', next(givenCleared()), '*Next* rm starts it Tue 1 Dec, 15:00'],
    ['executing', next(atStepFour(), '1 Dec 15:40'), '*Next* ops-oncall does step 4, deploy payments-api'],
    [
      'executing, failed',
      next(failed(), '1 Dec 15:50'),
      '*Next* ops-oncall tries step 4 again, deploy payments-api, or rm rolls it back',
    ],
    [
      'executing, deployed',
      next(deployed(), '1 Dec 15:59'),
      '*Next* payments-lead opens it to 1 % from Tue 1 Dec, 16:00',
    ],
    [
      'executing, watched',
      next(openToTen(), '1 Dec 18:00'),
      '*Next* payments-lead opens it to everyone from Wed 2 Dec, 11:10',
    ],
    [
      'executing, watched enough',
      next(openToTen(), '2 Dec 12:00'),
      '*Next* payments-lead opens it to everyone',
    ],
    ['executing, narrowed', next(narrowed(), '2 Dec 12:00'), '*Next* payments-lead opens it to 10 %'],
    [
      'verifying',
      next(givenLive(), '3 Dec 09:00'),
      '*Next* qa-lead answers check 1 Main journey end to end, 4 more',
    ],
    [
      'verifying, failed',
      next(fails(passing(givenLive(), 1, 2, 3, 5), 4)),
      '*Next* rm fixes check 4 forward or rolls back',
    ],
    ['verified', next(givenVerified()), '*Next* the review starts Fri 4 Dec, 09:00'],
    [
      'reviewing',
      next(rates(givenReview(), people.rm, 4)),
      '*Next* 1 of 2 rate it; the review closes Thu 10 Dec, 11:00',
    ],
    [
      'reviewing, all rated',
      next(rates(rates(givenReview(), people.rm, 4), people.supportLead, 5)),
      '*Next* the review closes Thu 10 Dec, 11:00',
    ],
    [
      'closed',
      next(closes(adds(givenReview(), 'Size the pool by load test', people.apiOwner, '15 Dec 17:00'))),
      '*Next* api-owner does action 1, Size the pool by load test, by Tue 15 Dec',
    ],
    ['closed, nothing to do', next(closes(givenReview())), null],
    ['cancelled', next(givenRelease({ state: 'cancelled', review: notReviewed })), null],
    ['on hold', next(onHold(givenVote())), '*Next* rm resumes it'],
    [
      'on hold while it is executed',
      next(onHold(openToTen()), '1 Dec 20:20'),
      '*Next* rm resumes it; nothing goes on or opens wider before',
    ],
  ])('%s', (_when, told, expected) => {
    expect(told).toBe(expected)
  })
})
