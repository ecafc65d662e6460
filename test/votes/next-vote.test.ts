import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/releases/release.ts'
import { closeVote } from '../../src/votes/deciding.ts'
import { nextVoteTold, opensNext } from '../../src/votes/next-vote.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { words } from '../shown.ts'
import { followedBy, givenReady, givenVote, says } from './given-vote.ts'

const told = (release: Release, at: string) => words(nextVoteTold(release, givenFacts(), berlin(at)))
const next = (release: Release, at: string) => words(opensNext(release, givenFacts(), berlin(at)))

/** Quality said no-go, and the release manager closed the vote. */
function refused(at: string): Release {
  const release = says(givenVote(), people.qaLead, 'no-go checkout is red')
  const now = berlin(at)
  const closed = closeVote(release, givenFacts(), now, actor(people.rm), { round: null })
  return followedBy(release, closed, { at: now })
}

describe('what the next vote waits for', () => {
  test('its time, then the list', () => {
    expect(told(givenReady(), '30 Nov 10:00')).toBe('The vote opens Mon 30 Nov, 15:00.')
    expect(told(givenReady(), '30 Nov 16:00')).toBe('The vote waits for it since Mon 30 Nov, 15:00.')
    expect(next(givenReady(), '30 Nov 10:00')).toBe('the vote opens Mon 30 Nov, 15:00')
  })

  test('after a no-go it opens by nobody but who runs the release: mend, then ask again', () => {
    const release = refused('30 Nov 17:00')
    const why = 'No-go was decided Mon 30 Nov, 17:00, so mend that'
    expect(told(release, '30 Nov 18:00')).toBe(`${why}: rm opens the next vote.`)
    expect(next(release, '30 Nov 18:00')).toBe('rm opens the next vote')
  })

  test('a target that cannot hold any more is moved', () => {
    const release = refused('1 Dec 11:00')
    expect(told(release, '1 Dec 13:00')).toMatch(/: rm moves the target, or opens the vote\.$/)
    expect(told(release, '1 Dec 17:00')).toMatch(/: rm moves the target\.$/)
    expect(told({ ...release, target: berlin('4 Dec 16:00') }, '1 Dec 17:00')).toBe(
      'The vote opens Thu 3 Dec, 15:00.',
    )
  })

  test('a vote that never came is told too', () => {
    expect(told(givenReady(), '1 Dec 13:00')).toBe(
      'Its vote was to close Tue 1 Dec, 12:00: rm moves the target, or opens the vote.',
    )
  })

  test('a go that was lost, a vote that was cancelled, a hold', () => {
    const lost = followedBy(refused('30 Nov 17:00'), [{ type: 'clearanceLost', round: 1, why: 'x' }])
    expect(told(lost, '30 Nov 18:00')).toBe('The go does not count any more; the next vote waits for it.')
    const cancelled = followedBy(
      givenVote(),
      [{ type: 'voteCancelled', round: 1, why: 'load test is red' }],
      {
        at: berlin('30 Nov 17:00'),
      },
    )
    expect(told(cancelled, '30 Nov 18:00')).toBe(
      'The vote was cancelled Mon 30 Nov, 17:00: rm opens the next vote.',
    )
    const hold = { since: berlin('30 Nov 17:00'), by: people.rm, why: 'INC-482' }
    expect(told({ ...cancelled, hold }, '30 Nov 18:00')).toBe('On hold: no vote opens meanwhile.')
  })
})
