import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Rejection } from '../../src/errors.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { sealOf } from '../../src/scope/scope.ts'
import { statusOf } from '../../src/votes/status.ts'
import { type Ballot, newestVote, standing, type Vote } from '../../src/votes/votes.ts'
import { undoBallots } from '../../src/votes/voting.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { followedBy, givenVote, saying } from './given-vote.ts'

const { holders } = givenFacts()
const facts = givenFacts({ holders: { ...holders, Support: [people.supportLead, people.qaLead] } })
const now = berlin('30 Nov 16:10')

type Act = (release: Release) => ReleaseEvent[]
const person = fc.constantFrom(
  people.secLead,
  people.secSecond,
  people.qaLead,
  people.opsLead,
  people.paymentsLead,
  people.supportLead,
  people.bystander,
)
const words = fc.oneof(
  { weight: 6, arbitrary: fc.constant('go') },
  fc.constantFrom('go all green', 'no-go it is red', 'abstain'),
)

const byButton = fc.record({ person, words, roles: fc.constantFrom(null, 'all' as const) }).map(
  ({ person, words, roles }): Act =>
    (release) =>
      saying(release, person, words, { facts, roles, door: 'button' }),
)
const byReply = fc.record({ person, words, ts: fc.integer({ min: 1, max: 20 }) }).map(
  ({ person, words, ts }): Act =>
    (release) => {
      const said = `1000.${String(ts).padStart(6, '0')}`
      const reply = { channel: 'C1', ts: said, said }
      return saying(release, person, words, { facts, roles: 'all', door: 'thread', reply })
    },
)
const undo = fc.record({ person, number: fc.integer({ min: 1, max: 6 }) }).map(
  ({ person, number }): Act =>
    (release) =>
      undoBallots(release, facts, now, actor(person), { round: 1, numbers: [number] }),
)
const revise = fc.constantFrom('9ac01f2', '4be77d1', '5cd88e2').map(
  (to): Act =>
    () => [{ type: 'componentRevised', component: 'payments-ledger', from: null, to }],
)
const act = fc.oneof(
  { weight: 5, arbitrary: byButton },
  { weight: 3, arbitrary: byReply },
  { weight: 2, arbitrary: undo },
  revise,
)

const voteIn = (release: Release): Vote => newestVote(release) ?? expect.fail('no vote')

/** What a person sees who does this: what happened, or nothing when it was refused. */
function tried(release: Release, act: Act): ReleaseEvent[] {
  try {
    return act(release)
  } catch (error) {
    if (error instanceof Rejection) return []
    throw error
  }
}

/** Every state on the way of any people doing anything to an open vote. */
const eachStep = (check: (before: Release, after: Release, events: readonly ReleaseEvent[]) => void) =>
  fc.assert(
    fc.property(fc.array(act, { minLength: 15, maxLength: 40 }), (acts) => {
      acts.reduce((before, act) => {
        if (before.state !== 'deciding') return before
        const events = tried(before, act)
        const after = followedBy(before, events, { at: now, by: actor(people.opsLead, 'button') })
        check(before, after, events)
        return after
      }, givenVote())
    }),
  )

test('one answer stands for each role and person', () => {
  eachStep((_, after) => {
    const keys = standing(voteIn(after)).map(({ role, person }) => `${role} ${person}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('go is decided exactly when every mandatory role has a go for this scope and no no-go', () => {
  eachStep((_, after, events) => {
    const ballots = standing(voteIn(after))
    const goes = (role: string) =>
      ballots.some((b) => b.role === role && b.says === 'go' && b.seal === sealOf(after.scope)) &&
      !ballots.some((b) => b.role === role && b.says === 'no-go')
    const answered = events.some(({ type }) => type === 'ballotCast' || type === 'ballotUndone')
    if (answered) expect(after.state === 'cleared').toBe(voteIn(after).rule.mandatory.every(goes))
  })
})

test('no acknowledged answer is lost', () => {
  const kept = ({ superseded: _, ...ballot }: Ballot) => ballot
  eachStep((before, after, events) => {
    const cast = events.filter(({ type }) => type === 'ballotCast')
    const earlier = voteIn(before).ballots.map(kept)
    expect(voteIn(after).ballots.map(kept).slice(0, earlier.length)).toEqual(earlier)
    expect(voteIn(after).ballots).toHaveLength(earlier.length + cast.length)
    expect(
      voteIn(after)
        .ballots.slice(earlier.length)
        .every((ballot) => ballot.superseded === null),
    ).toBe(true)
  })
})

test('the replies that counted for a person are in the order in which they were written', () => {
  eachStep((_, after) => {
    for (const id of Object.values(people)) {
      const mine = voteIn(after).ballots.filter((ballot) => ballot.person === id && ballot.role !== 'Support')
      const said = mine.flatMap(({ reply }) => reply?.said ?? [])
      expect(said).toEqual([...new Set(said)].sort())
    }
  })
})

test('every mandatory role stands in exactly one place of the outline', () => {
  eachStep((_, after) => {
    const { awaited, again, go, noGo } = statusOf(voteIn(after), after, facts)
    const roles = [...awaited, ...again, ...go, ...noGo].map(({ role }) => role)
    expect(roles.sort()).toEqual([...voteIn(after).rule.mandatory].sort())
  })
})

test('a sealed scope can be told for every answer', () => {
  eachStep((_, after) => {
    for (const { seal } of voteIn(after).ballots)
      expect(sealOf(after.votes.sealed[seal] ?? expect.fail(seal))).toBe(seal)
  })
})

test('the properties do see votes that are decided, taken back and asked again', () => {
  const seen = new Set<string>()
  eachStep((_, after, events) => {
    for (const { type } of events) seen.add(type)
    if (statusOf(voteIn(after), after, facts).again.length > 0) seen.add('again')
  })
  expect([...seen].sort()).toEqual(['again', 'ballotCast', 'ballotUndone', 'componentRevised', 'voteDecided'])
})
