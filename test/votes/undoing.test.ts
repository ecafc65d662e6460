import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/releases/release.ts'
import { ballotBy, newestVote } from '../../src/votes/votes.ts'
import { undoBallots } from '../../src/votes/voting.ts'
import { actor, berlin, givenFacts, people, refusal } from '../given.ts'
import { allButQuality, followedBy, givenGo, givenVote, says } from './given-vote.ts'

const undo = (release: Release, person: string, ...numbers: number[]) =>
  undoBallots(release, givenFacts(), berlin('30 Nov 18:00'), actor(person, 'button'), { round: 1, numbers })
const undone = (release: Release, person: string, ...numbers: number[]) =>
  followedBy(release, undo(release, person, ...numbers))
const standsFor = (release: Release) => {
  const vote = newestVote(release) ?? expect.fail('no vote')
  return ballotBy(vote, people.qaLead, 'Quality')?.says ?? null
}

const changedTwice = says(says(givenVote(), people.qaLead, 'go'), people.qaLead, 'no-go checkout is red')

describe('undo', () => {
  test('takes an answer back; the question is open again', () => {
    expect(standsFor(undone(says(givenVote(), people.qaLead, 'go'), people.qaLead, 1))).toBeNull()
  })

  test('of a change makes the answer before it stand again', () => {
    expect(standsFor(undone(changedTwice, people.qaLead, 2))).toBe('go')
    expect(standsFor(undone(undone(changedTwice, people.qaLead, 2), people.qaLead, 1))).toBeNull()
  })

  test('of an answer that was changed since does nothing', () => {
    expect(undo(changedTwice, people.qaLead, 1)).toEqual([])
  })

  test('twice does nothing the second time', () => {
    expect(undo(undone(changedTwice, people.qaLead, 2), people.qaLead, 2)).toEqual([])
  })

  test('loses nothing: what was taken back is kept', () => {
    expect(newestVote(undone(changedTwice, people.qaLead, 2))?.ballots).toHaveLength(2)
  })

  test('is for the person who answered', () => {
    expect(undo(changedTwice, people.opsLead, 2)).toEqual([])
  })

  test('of the no-go that held a go up settles it', () => {
    const divided = says(
      says(allButQuality(), people.secLead, 'no-go token in the logs'),
      people.qaLead,
      'go',
    )
    expect(undo(divided, people.secLead, 4)).toMatchObject([
      { type: 'ballotUndone', number: 4, restores: null },
      { type: 'voteDecided', outcome: 'go' },
    ])
  })

  test('is over with the vote', () => {
    expect(refusal(() => undo(givenGo(), people.qaLead, 4))).toBe(
      'This button is out of date: go was decided Tue 10:05.',
    )
  })
})
