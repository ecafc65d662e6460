import { describe, expect, test } from 'vitest'
import type { Facts, Release } from '../../src/releases/release.ts'
import { voteAsk } from '../../src/votes/asks.ts'
import { openRound } from '../../src/votes/opening.ts'
import { castBallot } from '../../src/votes/voting.ts'
import { waitingVotes } from '../../src/votes/waiting.ts'
import { actor, berlin, givenFacts, people, refusal, solo } from '../given.ts'
import { buttonsOf } from '../shown.ts'
import { followedBy, givenReady } from './given-vote.ts'

const facts: Facts = givenFacts({
  model: solo,
  holders: { Operations: [people.rm], Product: [people.rm] },
})
const now = berlin('1 Dec 15:30')
const rm = actor(people.rm, 'button')

function openAlone(): Release {
  const ready = givenReady()
  return followedBy(ready, openRound(ready, facts, now, rm, { until: null, why: null }), { at: now })
}

const go = (release: Release, roles: readonly string[] | 'all' | null) =>
  castBallot(release, facts, now, rm, { says: 'go', note: null, roles, round: 1, reply: null })

describe('one person who fills every role', () => {
  test('is asked once for all of them, and one tap settles it', () => {
    const release = openAlone()
    const drawing = {
      release,
      facts,
      key: `1:${people.rm}`,
      person: people.rm,
      params: {},
      now,
      posted: () => null,
    }
    const ask = voteAsk.draw(drawing) ?? expect.fail('nothing to show')
    expect(ask.text).toBe('Your vote for Operations and Product on payments-2.4.0')
    expect(buttonsOf(ask)).toEqual(['Go', 'No-go…'])
    expect(go(release, ['Operations', 'Product'])).toMatchObject([
      { type: 'ballotCast', number: 1, role: 'Operations' },
      { type: 'ballotCast', number: 2, role: 'Product' },
      { type: 'voteDecided', outcome: 'go' },
    ])
  })

  test('is asked on the card, where the button says no role, for which', () => {
    expect(refusal(() => go(openAlone(), null))).toBe('You hold two roles. For which?')
    expect(go(openAlone(), 'all')).toHaveLength(3)
  })

  test('has one thing waiting, not two', () => {
    expect(waitingVotes(openAlone(), facts, now)).toMatchObject([
      { person: people.rm, what: { mrkdwn: 'Your vote for Operations and Product' } },
    ])
  })
})
