import { describe, expect, test } from 'vitest'
import type { State } from '../../src/releases/release.ts'
import { sealOf } from '../../src/scope/scope.ts'
import { statusOf } from '../../src/votes/status.ts'
import { goHoldsUntil, newestVote, openVote, voteOfRound } from '../../src/votes/votes.ts'
import { actor, berlin, givenFacts, people, system } from '../given.ts'
import { allButQuality, followedBy, givenGo, givenReady, givenVote, revised, says } from './given-vote.ts'

const decided = (outcome: 'go' | 'no-go') => {
  const seal = sealOf(givenVote().scope)
  return { type: 'voteDecided', round: 1, outcome, seal, silent: [], holdsUntil: null } as const
}

describe('the state follows the vote', () => {
  test.each([
    ['a vote opens', givenVote(), 'deciding'],
    ['an answer comes', says(givenVote(), people.qaLead, 'go'), 'deciding'],
    ['it is a go', followedBy(givenVote(), [decided('go')]), 'cleared'],
    ['it is a no-go', followedBy(givenVote(), [decided('no-go')]), 'preparing'],
    [
      'it is cancelled',
      followedBy(givenVote(), [{ type: 'voteCancelled', round: 1, why: 'red' }]),
      'preparing',
    ],
    [
      'a go is lost',
      followedBy(givenGo(), [{ type: 'clearanceLost', round: 1, why: 'it changed' }]),
      'preparing',
    ],
  ] satisfies [string, unknown, State][])('when %s', (_, release, state) => {
    expect(release.state).toBe(state)
  })
})

describe('what is remembered', () => {
  test('of the end: when, by whom, about which scope', () => {
    const at = berlin('1 Dec 12:00')
    const over = followedBy(revised(givenVote()), [{ ...decided('no-go'), seal: 'abc' }], { at, by: system })
    expect(newestVote(over)?.ended).toMatchObject({ outcome: 'no-go', at, by: null, seal: 'abc', why: null })
  })

  test('of a change: the answer before it, with when it stopped to stand', () => {
    const at = berlin('30 Nov 17:00')
    const release = says(says(givenVote(), people.qaLead, 'go'), people.qaLead, 'no-go red', {
      at: '30 Nov 17:00',
    })
    expect(newestVote(release)?.ballots).toMatchObject([
      { number: 1, says: 'go', superseded: at, replaces: null },
      { number: 2, says: 'no-go', superseded: null, replaces: 1 },
    ])
  })

  test('of a release that is cancelled: that its vote went with it, and no decided one changed', () => {
    const cancel = { type: 'releaseCancelled', why: 'merged into 2.5.0' } as const
    const by = actor(people.rm)
    expect(newestVote(followedBy(givenVote(), [cancel], { by }))?.ended?.outcome).toBe('cancelled')
    expect(newestVote(followedBy(givenGo(), [cancel], { by }))?.ended?.outcome).toBe('go')
    expect(newestVote(followedBy(givenReady(), [cancel], { by }))).toBeNull()
  })

  test('of every scope that was answered about: what it was', () => {
    const two = says(revised(says(givenVote(), people.qaLead, 'go')), people.opsLead, 'go')
    const revisions = Object.values(two.votes.sealed).map(
      ({ components }) => components.find(({ name }) => name === 'payments-ledger')?.revision,
    )
    expect(revisions).toEqual(['9ac01f2', '4be77d1'])
  })
})

describe('looking a vote up', () => {
  test('the open one, the newest one, one by its round', () => {
    expect(openVote(givenVote())?.round).toBe(1)
    expect(openVote(givenGo())).toBeNull()
    expect(newestVote(givenGo())?.round).toBe(1)
    expect(voteOfRound(givenGo(), 2)).toBeNull()
  })

  test('how long a go holds, while there is one', () => {
    expect(goHoldsUntil(givenGo())).toEqual(berlin('4 Dec 10:05'))
    expect(goHoldsUntil(allButQuality())).toBeNull()
    expect(goHoldsUntil({ ...givenGo(), state: 'executing' })).toBeNull()
  })

  test('a change that is only worded better asks nobody again', () => {
    const typo = { number: 1, kind: 'fix', title: 'Refund payd twice', link: null } as const
    const scope = { ...givenVote().scope, changes: [typo] }
    const asked = says(givenVote({ scope }), people.qaLead, 'go')
    const mended = followedBy(asked, [
      { type: 'changesEdited', set: [{ ...typo, title: 'Refund paid twice' }], dropped: [] },
    ])
    expect(mended.scope.changes[0]?.title).toBe('Refund paid twice')
    expect(statusOf(newestVote(mended) ?? expect.fail('no vote'), mended, givenFacts()).again).toEqual([])
    const after = says(mended, people.opsLead, 'go')
    expect(Object.values(after.votes.sealed)).toEqual([scope])
    const dropped = followedBy(mended, [{ type: 'changesEdited', set: [], dropped: [1] }])
    expect(statusOf(newestVote(dropped) ?? expect.fail('no vote'), dropped, givenFacts()).again).toHaveLength(
      1,
    )
  })
})
