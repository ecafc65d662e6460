import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { sealOf } from '../../src/scope/scope.ts'
import { statusOf } from '../../src/votes/status.ts'
import { type Ballot, standing } from '../../src/votes/votes.ts'
import { actor, people } from '../given.ts'
import { anyAct, facts, now, tried, voteIn } from './given-acts.ts'
import { followedBy, givenVote } from './given-vote.ts'

/** Every state on the way of any people doing anything to an open vote. */
const eachStep = (check: (before: Release, after: Release, events: readonly ReleaseEvent[]) => void) =>
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 15, maxLength: 40 }), (acts) => {
      acts.reduce((before, act) => {
        if (before.state !== 'deciding') return before
        const events = tried(before, act)
        const after = followedBy(before, events, { at: now, by: actor(people.opsLead, 'button') })
        check(before, after, events)
        return after
      }, givenVote())
    }),
    { numRuns: 60 },
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
  eachStep((before, _, events) => {
    const cast = events.filter((event) => event.type === 'ballotCast')
    const [reply] = cast.flatMap((event) => event.reply ?? [])
    const earlier = voteIn(before).ballots.filter(({ person }) => person === cast[0]?.person)
    if (reply) expect(earlier.every((ballot) => !ballot.reply || ballot.reply.said < reply.said)).toBe(true)
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
