import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/releases/release.ts'
import { closeVote, dueOnOpenVote } from '../../src/votes/deciding.ts'
import { voteDecided, voteLost } from '../../src/votes/notices.ts'
import { actor, berlin, givenFacts, people, system } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { allButQuality, followedBy, givenGo, givenVote, item, revised, says } from './given-vote.ts'

const drawing = (release: Release) => ({
  release,
  facts: givenFacts(),
  key: '1',
  person: null,
  params: {},
  now: berlin('1 Dec 11:00'),
  posted: () => null,
})
const decided = (release: Release) => voteDecided.draw(drawing(release)) ?? expect.fail('nothing to show')
const lost = (release: Release) => shown(voteLost.draw(drawing(release)) ?? expect.fail('nothing to show'))
const closed = (release: Release, at = '1 Dec 12:00') =>
  followedBy(release, dueOnOpenVote(release, givenFacts(), berlin(at)), { at: berlin(at), by: system })

describe('the decision', () => {
  test('go: how many, when, and who starts it when', () => {
    expect(shown(decided(givenGo()))).toBe(
      'Go for payments-2.4.0: 4 of 4, Tue 1 Dec, 10:05. <@URM> starts it at 15:00.',
    )
  })

  test('go: asks nobody to start what has started, or asks again', () => {
    const started: Release = { ...givenGo(), state: 'executing' }
    expect(shown(decided(started))).toBe('Go for payments-2.4.0: 4 of 4, Tue 1 Dec, 10:05.')
  })

  test('no-go: who, why, who was silent, and what is asked of the release manager', () => {
    const over = closed(
      says(says(givenVote(), people.secLead, 'no-go token in the logs'), people.qaLead, 'go'),
    )
    expect(shown(decided(over))).toBe(
      'No-go for payments-2.4.0: Security, "token in the logs"; Operations and Product were silent. <@URM>: Tue 1 Dec, 16:00 cannot hold. New target?\n[Move…] [Open the vote…]',
    )
  })

  test('no-go before the close: the target can still hold', () => {
    const at = berlin('30 Nov 18:00')
    const close = closeVote(allButQuality(), givenFacts(), at, actor(people.rm), { round: null })
    expect(shown(decided(followedBy(allButQuality(), close, { at })))).toMatch(
      '<@URM>: mend it and open the vote again.',
    )
  })

  test('no-go: its buttons are gone once something followed', () => {
    const over = closed(allButQuality())
    const to = berlin('3 Dec 16:00')
    const moved = followedBy(over, [{ type: 'targetMoved', from: over.target, to, why: null }])
    expect(buttonsOf(decided(over))).toEqual(['Move…', 'Open the vote…'])
    expect(shown(decided(moved))).toBe('No-go for payments-2.4.0: Quality was silent.')
  })
})

describe('a go that does not count any more', () => {
  const asksAgain = followedBy(revised(givenGo()), [
    { type: 'clearanceLost', round: 1, why: 'payments-ledger changed' },
  ])

  test('says why, and when everyone is asked again', () => {
    const waiting = {
      ...asksAgain,
      readiness: { items: [item({ number: 2, component: 'payments-ledger' })], wayBack: null },
    }
    expect(lost(asksAgain)).toBe(
      'The go for payments-2.4.0 does not count any more: payments-ledger changed. <@URM>: everyone is asked again.',
    )
    expect(lost(waiting)).toMatch('everyone is asked again once 2 payments-ledger is done.')
  })

  test('leaves it to the release manager when there is no time for a vote', () => {
    expect(lost({ ...asksAgain, target: berlin('1 Dec 14:00') })).toMatch(
      'open the vote again, or move the target.',
    )
  })
})
