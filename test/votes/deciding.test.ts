import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/releases/release.ts'
import { cancelVote, closeVote, dueOnClearance, dueOnOpenVote } from '../../src/votes/deciding.ts'
import { goHoldsUntil, newestVote } from '../../src/votes/votes.ts'
import { actor, berlin, givenFacts, people, refusal, system } from '../given.ts'
import { allButQuality, followedBy, givenGo, givenVote, revised, saying, says } from './given-vote.ts'

const noon = berlin('1 Dec 12:00')
const dueAt = (release: Release, now = noon) => dueOnOpenVote(release, givenFacts(), now)
const moved = (release: Release, to: Date) =>
  followedBy(release, [{ type: 'targetMoved', from: release.target, to, why: 'load test late' }])

describe('a go', () => {
  test('closes the vote at once when the last mandatory role says go', () => {
    const events = saying(allButQuality(), people.qaLead, 'go', { at: '1 Dec 10:05' })
    expect(events).toMatchObject([
      { type: 'ballotCast', number: 4 },
      { type: 'voteDecided', outcome: 'go', silent: [], holdsUntil: berlin('4 Dec 10:05') },
    ])
    expect(givenGo().state).toBe('cleared')
    expect(goHoldsUntil(givenGo())).toEqual(berlin('4 Dec 10:05'))
  })

  test('does not wait for advice, and advice against it does not hold it', () => {
    const advised = says(allButQuality(), people.supportLead, 'no-go too many tickets')
    expect(says(advised, people.qaLead, 'go').state).toBe('cleared')
  })

  test('is held by one no-go among the holders of a role, until that is changed', () => {
    const divided = says(allButQuality(), people.secLead, 'no-go token in the logs')
    const waiting = says(divided, people.qaLead, 'go')
    expect(waiting.state).toBe('deciding')
    expect(says(waiting, people.secLead, 'go').state).toBe('cleared')
    expect(says(waiting, people.secLead, 'abstain').state).toBe('cleared')
  })

  test('is settled by the clock when the scope becomes again what everybody said go to', () => {
    const doubted = says(says(allButQuality(), people.opsLead, 'no-go disk is full'), people.qaLead, 'go')
    const undo = { type: 'ballotUndone', round: 1, number: 4, restores: 2 } as const
    const stale = followedBy(revised(doubted), [undo])
    expect(dueAt(stale, berlin('30 Nov 18:00'))).toEqual([])
    expect(dueAt(revised(stale, '9ac01f2'), berlin('30 Nov 18:00'))).toMatchObject([{ outcome: 'go' }])
  })
})

describe('at the close', () => {
  test('nothing is due before it', () => {
    expect(dueAt(allButQuality(), berlin('1 Dec 11:59'))).toEqual([])
  })

  test('silence is a no-go, and it is kept who was silent', () => {
    const [decided] = dueAt(allButQuality())
    expect(decided).toMatchObject({
      outcome: 'no-go',
      silent: [{ role: 'Quality', people: [people.qaLead] }],
    })
    const release = followedBy(allButQuality(), dueAt(allButQuality()), { at: noon, by: system })
    expect(release.state).toBe('preparing')
  })

  test('a no-go that was not mended is one', () => {
    const release = says(allButQuality(), people.qaLead, 'no-go checkout is red')
    expect(dueAt(release, berlin('1 Dec 11:00'))).toEqual([])
    expect(dueAt(release)).toMatchObject([{ outcome: 'no-go', silent: [] }])
  })

  test('a go for a scope that has changed since is silence', () => {
    const silent = dueAt(revised(allButQuality())).flatMap((event) => ('silent' in event ? event.silent : []))
    expect(silent.map(({ role }) => role).sort()).toEqual(['Operations', 'Product', 'Quality', 'Security'])
  })
})

describe('before the close', () => {
  const close = (person: string) =>
    closeVote(givenVote(), givenFacts(), berlin('30 Nov 18:00'), actor(person), { round: 1 })
  const cancel = (person: string, why = 'load test is red') =>
    cancelVote(givenVote(), givenFacts(), berlin('30 Nov 18:00'), actor(person), { round: null, why })

  test.each([people.rm, people.deputy, people.admin])('%s may close or cancel it', (person) => {
    expect(close(person)).toMatchObject([{ type: 'voteDecided', outcome: 'no-go' }])
    expect(cancel(person)).toEqual([{ type: 'voteCancelled', round: 1, why: 'load test is red' }])
  })

  test.each([people.qaLead, people.bystander])('%s may not', (person) => {
    expect(refusal(() => close(person))).toMatch('Only rm or an admin closes the vote')
    expect(refusal(() => cancel(person))).toMatch('Only rm or an admin cancels the vote')
  })

  test('cancelling needs a reason, and makes the next a new round', () => {
    expect(refusal(() => cancel(people.rm, ' '))).toMatch('Cancel the vote why?')
    const cancelled = followedBy(givenVote(), cancel(people.rm))
    expect(cancelled.state).toBe('preparing')
    expect(newestVote(cancelled)?.ended).toMatchObject({
      outcome: 'cancelled',
      why: 'load test is red',
      by: people.rm,
    })
  })

  test('cancelling the release ends its vote', () => {
    const gone = followedBy(givenVote(), [{ type: 'releaseCancelled', why: 'merged into 2.5.0' }])
    expect(newestVote(gone)?.ended).toMatchObject({ outcome: 'cancelled', why: 'merged into 2.5.0' })
  })

  test('the close follows a target that moves', () => {
    const later = moved(givenVote(), berlin('3 Dec 16:00'))
    const events = dueAt(later, berlin('30 Nov 18:00'))
    expect(events).toMatchObject([{ type: 'voteMoved', closes: berlin('3 Dec 12:00') }])
    const followed = followedBy(later, events)
    expect(dueAt(followed, berlin('1 Dec 12:00'))).toEqual([])
  })

  test('the close never moves to a time that has passed', () => {
    const sooner = moved(givenVote(), berlin('30 Nov 21:00'))
    expect(dueAt(sooner, berlin('30 Nov 18:00'))).toMatchObject([{ closes: berlin('30 Nov 21:00') }])
  })
})

describe('a go that was decided', () => {
  const lost = (release: Release, now = berlin('1 Dec 11:00')) => dueOnClearance(release, givenFacts(), now)

  test('stands while nothing changes and its time lasts', () => {
    expect(lost(givenGo(), berlin('4 Dec 10:04'))).toEqual([])
  })

  test.each([
    ['the scope changes', revised(givenGo()), '1 Dec 11:00', 'payments-ledger changed'],
    [
      'the target moves beyond it',
      moved(givenGo(), berlin('7 Dec 16:00')),
      '1 Dec 11:00',
      'the target moved too far',
    ],
    ['its time is over', givenGo(), '4 Dec 10:05', 'the go has run out'],
  ])('is lost when %s', (_, release, at, why) => {
    expect(lost(release, berlin(at))).toEqual([{ type: 'clearanceLost', round: 1, why }])
    expect(followedBy(release, lost(release, berlin(at))).state).toBe('preparing')
  })

  test('survives a target that moves within it', () => {
    expect(lost(moved(givenGo(), berlin('3 Dec 16:00')))).toEqual([])
  })

  test('is not lost any more once it was used', () => {
    expect(lost({ ...revised(givenGo()), state: 'executing' })).toEqual([])
  })
})
