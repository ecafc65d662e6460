import fc from 'fast-check'
import { expect } from 'vitest'
import { Rejection } from '../../src/errors.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { newestVote, type Vote } from '../../src/votes/votes.ts'
import { undoBallots } from '../../src/votes/voting.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { saying } from './given-vote.ts'

const { holders } = givenFacts()
/** Quality's holder also advises for Support. */
export const facts = givenFacts({ holders: { ...holders, Support: [people.supportLead, people.qaLead] } })
export const now = berlin('30 Nov 16:10')

export type Act = (release: Release) => ReleaseEvent[]
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
/** Anything that anybody might do to an open vote. */
export const anyAct = fc.oneof(
  { weight: 5, arbitrary: byButton },
  { weight: 3, arbitrary: byReply },
  { weight: 2, arbitrary: undo },
  revise,
)

export const voteIn = (release: Release): Vote => newestVote(release) ?? expect.fail('no vote')

/** What a person sees who does this: what happened, or nothing when it was refused. */
export function tried(release: Release, act: Act): ReleaseEvent[] {
  try {
    return act(release)
  } catch (error) {
    if (error instanceof Rejection) return []
    throw error
  }
}
