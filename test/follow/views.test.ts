import { describe, expect, test } from 'vitest'
import { followedReceipt, unfollowedReceipt } from '../../src/follow/receipts.ts'
import { decidedMessage, liveMessage, troubleMessage } from '../../src/follow/views.ts'
import type { Release } from '../../src/releases/release.ts'
import type { OfRelease } from '../../src/surfaces/surface.ts'
import { closeVote } from '../../src/votes/deciding.ts'
import { live, narrowed, onHold, openToTen, rolledBack } from '../execution/given-execution.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { fails } from '../verification/given-verification.ts'
import { allButQuality, followedBy, givenGo, says } from '../votes/given-vote.ts'

function drawn(surface: OfRelease, release: Release, params: Record<string, unknown> = {}) {
  const facts = givenFacts()
  const at = { key: '1', now: berlin('3 Dec 10:00'), posted: () => null }
  return surface.draw({ release, facts, person: people.bystander, params, ...at })
}

const firstLine = (message: ReturnType<typeof drawn>) => (message ? shown(message).split('\n')[0] : null)

/** Security and Quality said no, and the release manager closed the vote. */
function givenNoGo(): Release {
  const said = says(allButQuality(), people.secLead, 'no-go token in the logs')
  const facts = givenFacts()
  const now = berlin('1 Dec 11:00')
  return followedBy(said, closeVote(said, facts, now, actor(people.rm), { round: null }), { at: now })
}

describe('what followers read', () => {
  test('a go, how many said it, and when it opens', () => {
    expect(firstLine(drawn(decidedMessage, givenGo(), { round: 1 }))).toBe(
      '*Go for payments-2.4.0: 4 of 4. It opens Tue 1 Dec, 16:00*',
    )
  })

  test('a no-go, whose it was and who gave no answer', () => {
    expect(firstLine(drawn(decidedMessage, givenNoGo(), { round: 1 }))).toBe(
      '*No-go for payments-2.4.0: Security, "token in the logs"; no answer from Quality*',
    )
  })

  test('live for everyone, since when', () => {
    expect(firstLine(drawn(liveMessage, live()))).toBe(
      '*payments-2.4.0 is live for everyone since Wed 2 Dec, 15:15*',
    )
  })

  test.each([
    ['held', onHold(openToTen()), 0, '*payments-2.4.0 is on hold: ops-oncall, "INC-482"*'],
    ['narrowed', narrowed(), 3, '*payments-2.4.0 was narrowed to 1 %: "INC-482"*'],
    [
      'rolled back',
      rolledBack(),
      3,
      '*payments-2.4.0 was rolled back Tue 1 Dec, 20:31: a refund was paid twice*',
    ],
    ['check', fails(live(), 4), 4, '*payments-2.4.0: check 4 failed, Totals agree: "totals differ by 3"*'],
  ] as const)('trouble: %s', (trouble, release, number, words) => {
    expect(firstLine(drawn(troubleMessage, release, { trouble, number }))).toBe(words)
  })

  test('nothing of a hold that is over before it could be told', () => {
    expect(drawn(troubleMessage, openToTen(), { trouble: 'held', number: 0 })).toBeNull()
  })

  test('with a way to stop it', () => {
    const message = drawn(liveMessage, live())
    expect(message && buttonsOf(message)).toEqual(['Unfollow'])
  })
})

describe('the receipts', () => {
  test('say what comes, and offer the way back', () => {
    expect(shown(followedReceipt(openToTen()))).toBe(
      'You follow *payments-2.4.0*: a message when it is decided, live for everyone, or in trouble.\n[Unfollow]',
    )
    expect(shown(unfollowedReceipt(openToTen()))).toBe('You do not follow *payments-2.4.0*.\n[Follow]')
  })
})
