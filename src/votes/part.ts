import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { sealOf } from '../scope/scope.ts'
import { rolesHeld } from './roles.ts'
import { isMandatory, type RoleStatus, roleSays, statusOf } from './status.ts'
import { type Ballot, ballotBy, standing, type Vote } from './votes.ts'

/** One person's part in a vote. */
export interface Part {
  /** The roles whose answer waits for this person; where only advisory ones are left, nobody is held up. */
  readonly asked: readonly string[]
  /** What they have said, as it stands. */
  readonly said: readonly Ballot[]
  /** Roles of theirs that others have answered for. */
  readonly spared: readonly RoleStatus[]
}

export function partIn(vote: Vote, release: Release, facts: Facts, person: PersonId): Part {
  const held = rolesHeld(facts, person)
  const seal = sealOf(release.scope)
  const { go, noGo } = statusOf(vote, release, facts)
  return {
    asked: vote.ended ? [] : held.filter((role) => asksFor(vote, seal, person, role)),
    said: standing(vote).filter((ballot) => ballot.person === person),
    spared: [...noGo, ...go].filter(({ role }) => held.includes(role) && !ballotBy(vote, person, role)),
  }
}

/** Answers of this person that count for nothing because the scope changed after them. */
export function staleGoes(vote: Vote, release: Release, person: PersonId): Ballot[] {
  const seal = sealOf(release.scope)
  return standing(vote).filter(
    ({ person: voter, says, role, seal: answered }) =>
      voter === person && says === 'go' && isMandatory(vote, role) && answered !== seal,
  )
}

function asksFor(vote: Vote, seal: string, person: PersonId, role: string): boolean {
  const mine = ballotBy(vote, person, role)
  if (!isMandatory(vote, role)) return mine === null
  const says = roleSays(vote, seal, role)
  if (says === 'awaited') return mine === null
  return says === 'again' && mine?.says !== 'abstain'
}
