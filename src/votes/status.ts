import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { sealOf } from '../scope/scope.ts'
import { workedOnce } from '../worked-once.ts'
import { type Ballot, type Silent, standing, type Vote } from './votes.ts'

/** `again` is a go for a scope that has changed since: it does not count until it is given anew. */
export type RoleSays = 'go' | 'no-go' | 'again' | 'awaited'

/** How one mandatory role stands. */
export interface RoleStatus {
  readonly role: string
  readonly says: RoleSays
  /** Who answered so; of an awaited role, who can still answer. */
  readonly people: readonly PersonId[]
  readonly since: Date
  /** The answers behind it, abstentions too. */
  readonly ballots: readonly Ballot[]
}

/** How a vote stands, or stood when it ended. */
export interface VoteStatus {
  readonly outcomeIfClosedNow: 'go' | 'no-go'
  readonly awaited: readonly RoleStatus[]
  readonly again: readonly RoleStatus[]
  readonly noGo: readonly RoleStatus[]
  readonly go: readonly RoleStatus[]
  /** Voices that are heard and not counted. */
  readonly advice: readonly Ballot[]
}

/** The outline of a vote: the outcome, who is awaited since when, who said what. Pure; asked for each person, worked out once. */
export const statusOf = (
  vote: Vote,
  { scope }: Pick<Release, 'scope'>,
  { holders }: Pick<Facts, 'holders'>,
): VoteStatus => statuses(vote)(holders)(scope)

const statuses = workedOnce((vote: Vote) =>
  workedOnce((holders: Facts['holders']) =>
    workedOnce((scope: Release['scope']) => worked(vote, vote.ended?.seal ?? sealOf(scope), holders)),
  ),
)

function worked(vote: Vote, seal: string, holders: Facts['holders']): VoteStatus {
  const roles = vote.rule.mandatory.map((role) => roleStatus(vote, seal, role, holders[role] ?? []))
  const saying = (says: RoleSays) => roles.filter((role) => role.says === says)
  return {
    outcomeIfClosedNow: isGo(vote, seal) ? 'go' : 'no-go',
    awaited: saying('awaited'),
    again: saying('again'),
    noGo: saying('no-go'),
    go: saying('go'),
    advice: standing(vote).filter((ballot) => !isMandatory(vote, ballot.role) && ballot.says !== 'abstain'),
  }
}

export const isMandatory = (vote: Vote, role: string | null): role is string =>
  role !== null && vote.rule.mandatory.includes(role)

/** Go when every mandatory role says go, for exactly this scope. */
export const isGo = (vote: Vote, seal: string): boolean =>
  vote.rule.mandatory.every((role) => roleSays(vote, seal, role) === 'go')

/** A role says go when a holder said go and none said no-go. */
export function roleSays(vote: Vote, seal: string, role: string): RoleSays {
  const given = answersFor(vote, role)
  if (given.some(({ says }) => says === 'no-go')) return 'no-go'
  const goes = given.filter(({ says }) => says === 'go')
  if (goes.some((ballot) => ballot.seal === seal)) return 'go'
  return goes.length > 0 ? 'again' : 'awaited'
}

/** Roles that gave no answer, with those who could have: at the close, silence is a no-go. */
export const silentIn = (status: VoteStatus): Silent[] =>
  [...status.awaited, ...status.again].map(({ role, people }) => ({ role, people }))

const answersFor = (vote: Vote, role: string) => standing(vote).filter((ballot) => ballot.role === role)

function roleStatus(vote: Vote, seal: string, role: string, holders: readonly PersonId[]): RoleStatus {
  const ballots = answersFor(vote, role)
  const says = roleSays(vote, seal, role)
  const behind = ballots.filter((ballot) => backs(says, ballot, seal))
  // A go that its voter can give anew; whoever fills the role no more is not asked again.
  const people = behind.map(({ person }) => person)
  const still = says === 'again' && !vote.ended ? people.filter((id) => holders.includes(id)) : people
  if (says === 'awaited' || still.length === 0) return awaited(vote, role, holders, ballots)
  return { role, says, people: still, since: behind[0]?.cast ?? vote.opened, ballots: behind }
}

/** Whether this ballot is why its role stands as it does. */
function backs(says: RoleSays, ballot: Ballot, seal: string): boolean {
  if (says === 'again') return ballot.says === 'go'
  return ballot.says === says && (says === 'no-go' || ballot.seal === seal)
}

function awaited(
  vote: Vote,
  role: string,
  holders: readonly PersonId[],
  ballots: readonly Ballot[],
): RoleStatus {
  const abstained = ballots.filter(({ says }) => says === 'abstain')
  const people = vote.ended
    ? silentThen(vote, role)
    : holders.filter((id) => !ballots.some(({ person }) => person === id))
  return { role, says: 'awaited', people, since: abstained.at(-1)?.cast ?? vote.opened, ballots: abstained }
}

const silentThen = (vote: Vote, role: string) =>
  vote.ended?.silent.find((silent) => silent.role === role)?.people ?? []
