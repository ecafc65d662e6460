import { describe, expect, test } from 'vitest'
import type { Effect } from '../../src/feature.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { followVote } from '../../src/votes/asking.ts'
import { berlin, givenFacts, people, recorded } from '../given.ts'
import { followedBy, givenGo, givenVote, revised, type Saying, saying, says } from './given-vote.ts'

const facts = givenFacts()

function followedUp(before: Release, events: readonly ReleaseEvent[]): string[] {
  const after = followedBy(before, events)
  const change = { before, after, facts, events: recorded(before, events), now: berlin('30 Nov 16:00') }
  return followVote(change).map(told)
}

function told(effect: Effect): string {
  if ('job' in effect) return effect.job
  const { post, key, person, insteadOf = [] } = effect
  return [`${post} ${key}`, person && `to ${person}`, ...insteadOf.map((old) => `instead of ${old}`)]
    .filter(Boolean)
    .join(' ')
}

const after = (release: Release, person: string, words: string, more?: Saying) =>
  followedUp(release, saying(release, person, words, more))
const beginning = (kind: string) => (effect: string) => effect.startsWith(kind)

describe('what follows', () => {
  test('an opening: the card, and one question to everybody who holds a role', () => {
    const { round, rule, seal, target, closes, undone } =
      givenVote().votes.rounds[0] ?? expect.fail('no vote')
    const ready = { ...givenVote(), votes: { rounds: [], sealed: {} } }
    expect(followedUp(ready, [{ type: 'voteOpened', round, rule, seal, target, closes, undone }])).toEqual([
      'vote-card 1',
      'vote-ask 1:USECLEAD to USECLEAD',
      'vote-ask 1:USECSECOND to USECSECOND',
      'vote-ask 1:UQALEAD to UQALEAD',
      'vote-ask 1:UOPSLEAD to UOPSLEAD',
      'vote-ask 1:UPAYMENTSLEAD to UPAYMENTSLEAD',
      'vote-ask 1:USUPPORTLEAD to USUPPORTLEAD',
    ])
  })

  test('a reply that counted: its check mark', () => {
    const reply = { channel: 'C1', ts: '1000.1', said: '1000.1' }
    expect(after(givenVote(), people.qaLead, 'go', { door: 'thread', reply })).toContain('vote-mark-reply')
    expect(after(givenVote(), people.qaLead, 'go')).not.toContain('vote-mark-reply')
  })

  test('a no-go: the release manager knows, once', () => {
    expect(after(givenVote(), people.qaLead, 'no-go red')).toContain('vote-no-go 1:1 to URM')
    const red = says(givenVote(), people.qaLead, 'no-go red')
    expect(after(red, people.qaLead, 'no-go still red').filter(beginning('vote-no-go'))).toEqual([])
  })

  test('another no-go after a go: told anew, and what was told of the one before is past', () => {
    const green = says(says(givenVote(), people.qaLead, 'no-go red'), people.qaLead, 'go')
    const others = says(green, people.secLead, 'no-go unsafe')
    expect(after(others, people.qaLead, 'no-go again')).toContain('vote-no-go 1:4 to URM instead of 1:1')
  })

  test('a no-go of the release manager: nobody else need be told', () => {
    const effects = after(givenVote(), people.rm, 'no-go not yet', { roles: 'advice' })
    expect(effects.filter(beginning('vote-no-go'))).toEqual([])
  })

  test('an abstention: one other holder is asked', () => {
    const effects = after(givenVote(), people.secLead, 'abstain')
    expect(effects.filter(beginning('vote-passed'))).toEqual(['vote-passed 1:1 to USECSECOND'])
    expect(after(givenVote(), people.qaLead, 'abstain').filter(beginning('vote-passed'))).toEqual([])
  })

  test('a changed scope: whoever said go is asked again, whoever said no-go is not', () => {
    const said = says(says(givenVote(), people.qaLead, 'go'), people.opsLead, 'no-go disk is full')
    const revise = [
      { type: 'componentRevised', component: 'payments-ledger', from: '9ac01f2', to: '4be' },
    ] as const
    expect(followedUp(said, revise).filter(beginning('vote-again'))).toEqual(['vote-again 1:1 to UQALEAD'])
  })

  test('a second change before the answer: the same question, not another', () => {
    const stale = revised(says(givenVote(), people.qaLead, 'go'))
    const revise = [
      { type: 'componentRevised', component: 'payments-ledger', from: '4be', to: '5cd' },
    ] as const
    expect(followedUp(stale, revise).filter(beginning('vote-again'))).toEqual(['vote-again 1:1 to UQALEAD'])
    const answered = says(stale, people.qaLead, 'go')
    expect(followedUp(answered, revise).filter(beginning('vote-again'))).toEqual([
      'vote-again 1:2 to UQALEAD',
    ])
  })

  test('a hold: nothing is asked meanwhile, and everything when it goes on', () => {
    const hold = { since: berlin('30 Nov 16:00'), by: people.opsOncall, why: 'INC-482' }
    const held = { ...revised(says(givenVote(), people.qaLead, 'go')), hold }
    expect(after(held, people.secLead, 'abstain')).toEqual([])
    const goesOn = { ...held, hold: null }
    expect(followedUp(goesOn, [{ type: 'releaseResumed' }])).toContain('vote-again 1:1 to UQALEAD')
  })

  test('a decision and a lost go: a reply below the card', () => {
    const lost = [{ type: 'clearanceLost', round: 1, why: 'payments-ledger changed' }] as const
    expect(followedUp(revised(givenGo()), lost)).toEqual(['vote-lost 1'])
    const seal = givenVote().votes.rounds[0]?.seal ?? ''
    const decided = {
      type: 'voteDecided',
      round: 1,
      outcome: 'no-go',
      seal,
      silent: [],
      holdsUntil: null,
    } as const
    expect(followedUp(givenVote(), [decided])).toEqual(['vote-decided 1'])
  })
})
