import { describe, expect, test } from 'vitest'
import type { Door } from '../../src/people/people.ts'
import { openRound } from '../../src/votes/opening.ts'
import { longestNote, newestVote, standing } from '../../src/votes/votes.ts'
import { actor, givenFacts, people, refusal } from '../given.ts'
import {
  allButQuality,
  followedBy,
  givenGo,
  givenReady,
  givenVote,
  revised,
  saying,
  says,
  whenOpened,
} from './given-vote.ts'

const words = (release = givenVote()) =>
  standing(newestVote(release) ?? expect.fail('no vote')).map(({ number, role, person, says: said, note }) =>
    `${number} ${role} ${person} ${said} ${note ?? ''}`.trim(),
  )

describe('an answer', () => {
  test('counts for the role its voter holds', () => {
    const release = says(givenVote(), people.paymentsLead, 'go finance is ready')
    expect(words(release)).toEqual(['1 Product UPAYMENTSLEAD go finance is ready'])
  })

  test('keeps the seal of what was answered about, the door and the time', () => {
    const release = says(givenVote(), people.opsLead, 'go', { door: 'button', at: '30 Nov 16:10' })
    const [ballot] = standing(newestVote(release) ?? expect.fail('no vote'))
    expect(ballot).toMatchObject({ seal: newestVote(release)?.seal, door: 'button', superseded: null })
    expect(ballot?.cast.toISOString()).toBe('2026-11-30T15:10:00.000Z')
  })

  test('can be changed while the vote is open; the former one is kept', () => {
    const release = says(says(givenVote(), people.qaLead, 'go'), people.qaLead, 'no-go checkout is red')
    expect(words(release)).toEqual(['2 Quality UQALEAD no-go checkout is red'])
    expect(newestVote(release)?.ballots.map((ballot) => ballot.superseded !== null)).toEqual([true, false])
  })

  test('given twice through the same door is one', () => {
    const release = says(givenVote(), people.qaLead, 'go', { door: 'button' })
    expect(saying(release, people.qaLead, 'go', { door: 'button' })).toEqual([])
    expect(saying(release, people.qaLead, 'go', { door: 'command' })).toHaveLength(1)
  })

  test('given again after the scope changed is a new one, and keeps its note', () => {
    const release = says(revised(says(givenVote(), people.qaLead, 'go all green')), people.qaLead, 'go')
    expect(words(release)).toEqual(['2 Quality UQALEAD go all green'])
  })

  test('no-go needs a reason', () => {
    const refused = refusal(() => saying(givenVote(), people.qaLead, 'no-go'))
    expect(refused).toBe('Why no-go? Your reason is what gets it fixed. Like: /release no-go checkout is red')
  })

  test('keeps a reason on one line, and refuses one that no card can hold', () => {
    const release = says(givenVote(), people.qaLead, 'no-go', { note: 'checkout\n\tis   red\u0000' })
    expect(words(release)).toEqual(['1 Quality UQALEAD no-go checkout is red'])
    expect(refusal(() => saying(release, people.qaLead, 'no-go', { note: 'x'.repeat(5000) }))).toBe(
      `That has 5,000 characters, and ${longestNote} fit. Put the rest behind a link.`,
    )
  })
})

describe('a vote that is not open', () => {
  test.each([
    ['before it opens', givenReady(), '27 Nov 10:00', 'No vote is open; it opens Mon 30 Nov, 15:00.'],
    [
      'when its time came but items are open',
      givenReady(),
      '30 Nov 16:00',
      /when everything required is ready/,
    ],
    ['after a go', givenGo(), '1 Dec 11:00', 'No vote is open: go was decided Tue 10:05.'],
    [
      'after its close, before the clock looked',
      givenVote(),
      '1 Dec 12:00',
      'No vote is open: it closed Tue 12:00.',
    ],
    [
      'while executing',
      givenReady({ state: 'executing' }),
      '1 Dec 16:00',
      'No vote is open; payments-2.4.0 is executing.',
    ],
  ])('%s says so', (_, release, at, words) => {
    expect(refusal(() => saying(release, people.secLead, 'go', { at }))).toMatch(words)
  })

  test('calls a button out of date', () => {
    const late = () =>
      saying(givenGo(), people.secLead, 'no-go late', { at: '1 Dec 11:00', door: 'button', round: 1 })
    expect(refusal(late)).toBe('This button is out of date: go was decided Tue 10:05.')
  })

  test('is told of when another round is open', () => {
    const cancelled = followedBy(givenVote(), [{ type: 'voteCancelled', round: 1, why: 'red' }])
    const second = openRound(cancelled, givenFacts(), whenOpened, actor(people.rm), {
      until: null,
      why: null,
    })
    const release = followedBy(cancelled, second)
    const late = (door: Door) => () => saying(release, people.qaLead, 'go', { round: 1, door })
    expect(refusal(late('button'))).toBe('This button is out of date: round 2 is open now.')
    expect(refusal(late('thread'))).toBe(
      'That vote is over, round 2 is open now. Answer there, or with /release go',
    )
    expect(saying(release, people.qaLead, 'go', { round: 2, door: 'button' })).toHaveLength(1)
  })

  test('takes a second click on the go that settled it as heard', () => {
    const settling = { at: '1 Dec 10:05', door: 'button', round: 1 } as const
    const decided = says(allButQuality(), people.qaLead, 'go', settling)
    expect(decided.state).toBe('cleared')
    expect(saying(decided, people.qaLead, 'go', settling)).toEqual([])
  })
})

describe('a reply in the thread', () => {
  const reply = (ts: string, said = ts) => ({ door: 'thread', reply: { channel: 'C1', ts, said } }) as const

  test('that is delivered twice counts once', () => {
    const release = says(givenVote(), people.qaLead, 'go', reply('1000.1'))
    expect(saying(release, people.qaLead, 'go', reply('1000.1'))).toEqual([])
  })

  test('never replaces a newer one, not even after another door was used', () => {
    const newer = says(givenVote(), people.qaLead, 'go', reply('1000.2'))
    const byButton = says(newer, people.qaLead, 'no-go checkout is red', { door: 'button' })
    expect(saying(byButton, people.qaLead, 'go', reply('1000.1'))).toEqual([])
    expect(saying(byButton, people.qaLead, 'go', reply('1000.2'))).toEqual([])
  })

  test('that is edited is read again', () => {
    const release = says(givenVote(), people.qaLead, 'go', reply('1000.1'))
    const edited = says(release, people.qaLead, 'no-go checkout is red', reply('1000.1', '1000.5'))
    expect(words(edited)).toEqual(['2 Quality UQALEAD no-go checkout is red'])
  })

  test('from another thread and an earlier round, delivered again, is heard already', () => {
    const first = says(givenVote(), people.qaLead, 'go', reply('1000.1'))
    const cancelled = followedBy(first, [{ type: 'voteCancelled', round: 1, why: 'red' }])
    expect(saying(cancelled, people.qaLead, 'go', { ...reply('1000.1'), round: 1 })).toEqual([])
  })

  test('that was asked about counts when its button is pressed, however old it is', () => {
    const newer = says(givenVote(), people.qaLead, 'no-go red', reply('1000.5'))
    const pressed = { ...reply('1000.1'), door: 'button' } as const
    const release = says(newer, people.qaLead, 'go with that note', pressed)
    expect(words(release)).toEqual(['2 Quality UQALEAD go with that note'])
    expect(saying(release, people.qaLead, 'go with that note', pressed)).toEqual([])
  })

  test('that settled the vote, delivered again, is not told that the vote is over', () => {
    const decided = says(allButQuality(), people.qaLead, 'go', { ...reply('1000.1'), at: '1 Dec 10:05' })
    expect(saying(decided, people.qaLead, 'go', { ...reply('1000.1'), at: '1 Dec 10:06' })).toEqual([])
  })
})
