import { describe, expect, test } from 'vitest'
import type { Facts, Release } from '../../src/releases/release.ts'
import { dueVotes, wakesVotes } from '../../src/votes/clock.ts'
import { movedVote } from '../../src/votes/moving.ts'
import { waitingVotes } from '../../src/votes/waiting.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import {
  allButQuality,
  followedBy,
  givenGo,
  givenReady,
  givenVote,
  item,
  revised,
  says,
} from './given-vote.ts'

const real = givenFacts()
const facts: Facts = { ...real, model: { ...real.model, items: [] } }
const hold = { since: berlin('30 Nov 14:00'), by: people.opsOncall, why: 'INC-482' }
const notReady = { readiness: { items: [item()], wayBack: null } }
const cancelled = followedBy(givenVote(), [{ type: 'voteCancelled', round: 1, why: 'load test is red' }])
const movedTo = (release: Release, to: Date) =>
  followedBy(release, [{ type: 'targetMoved', from: release.target, to, why: null }])

describe('the clock looks', () => {
  test.each([
    ['when a ready release may be asked about', givenReady(), berlin('30 Nov 15:00')],
    ['when an open vote closes', allButQuality(), berlin('1 Dec 12:00')],
    ['when a go runs out', givenGo(), berlin('4 Dec 10:05')],
  ])('%s', (_, release, at) => {
    expect(wakesVotes(release, facts)).toEqual([at])
    expect(dueVotes(release, facts, at)).toHaveLength(1)
    expect(dueVotes(release, facts, new Date(at.getTime() - 1))).toEqual([])
  })

  test.each([
    ['a cleared release whose scope changed', revised(givenGo())],
    ['a cleared release that moved too far', movedTo(givenGo(), berlin('7 Dec 16:00'))],
    ['an open vote whose target moved', movedTo(givenVote(), berlin('3 Dec 16:00'))],
  ])('at once at %s', (_, release) => {
    const [wake] = wakesVotes(release, facts)
    expect(wake && wake <= berlin('1 Dec 10:05')).toBe(true)
  })

  test.each([
    ['is not ready', givenReady(notReady)],
    ['is on hold', givenReady({ hold })],
    ['had its vote cancelled', cancelled],
    ['is executing', givenReady({ state: 'executing' })],
  ])('not at a release that %s', (_, release) => {
    expect(wakesVotes(release, facts)).toEqual([])
  })
})

describe('what waits for whom', () => {
  const waiting = (release: Release, at = '30 Nov 18:00') => waitingVotes(release, facts, berlin(at))
  const people_ = (release: Release) => waiting(release).map(({ person }) => person)

  test('the vote, for everybody awaited, with its buttons', () => {
    const [first, ...others] = waiting(allButQuality())
    expect(others).toEqual([])
    expect(first).toMatchObject({
      person: people.qaLead,
      kind: 'vote',
      due: berlin('1 Dec 12:00'),
      release: 'r1',
    })
    expect(first?.what.mrkdwn).toBe('Your vote for Quality')
    expect(buttonsOf({ text: '', blocks: first?.buttons ? [first.buttons] : [] })).toEqual(['Go', 'No-go…'])
  })

  test('for all who fill an awaited role, and again for whoever said go before a change', () => {
    expect(people_(givenVote())).toEqual([
      people.secLead,
      people.secSecond,
      people.qaLead,
      people.opsLead,
      people.paymentsLead,
    ])
    const stale = revised(says(givenVote(), people.secSecond, 'go'))
    expect(people_(stale)).toContain(people.secSecond)
    expect(people_(stale)).not.toContain(people.secLead)
  })

  test('nothing on hold, and nothing for advisers', () => {
    expect(waiting({ ...givenVote(), hold })).toEqual([])
    expect(people_(givenVote())).not.toContain(people.supportLead)
  })

  test('the next vote, for the release manager, where it does not open by itself', () => {
    expect(waiting(cancelled)).toMatchObject([{ person: people.rm, kind: 'plan' }])
    expect(waiting(givenReady(), '1 Dec 13:00')).toMatchObject([{ person: people.rm }])
    expect(waiting(givenReady())).toEqual([])
    expect(waiting(givenReady(notReady))).toEqual([])
    expect(waiting(givenReady(notReady), '1 Dec 13:00')).toEqual([])
    expect(waiting({ ...cancelled, state: 'cancelled' })).toEqual([])
  })
})

describe('a move of the target tells', () => {
  const told = (before: Release, to: Date) =>
    movedVote(before, movedTo(before, to), facts, berlin('1 Dec 11:00')).map((text) =>
      shown({ text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: text.mrkdwn } }] }),
    )

  test.each([
    ['when the vote opens now', givenReady(), '3 Dec 16:00', ['the vote opens Wed 2 Dec, 15:00']],
    ['when an open vote closes', givenVote(), '3 Dec 16:00', ['the vote closes Thu 3 Dec, 12:00']],
    [
      'that a go is lost',
      givenGo(),
      '7 Dec 16:00',
      ['the go does not count any more: 4 roles are asked again'],
    ],
    ['nothing where a go holds', givenGo(), '3 Dec 16:00', []],
    ['nothing when the vote opens as before', givenReady(), '1 Dec 18:00', []],
    ['nothing of what is over', givenReady({ state: 'executing' }), '3 Dec 16:00', []],
  ])('%s', (_, before, to, words) => {
    expect(told(before, berlin(to))).toEqual(words)
  })
})
