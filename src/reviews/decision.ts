import type { Facts, Release } from '../releases/release.ts'
import { statusOf } from '../votes/status.ts'
import type { Ballot, Vote } from '../votes/votes.ts'

/** How it was decided. */
export interface Decision {
  readonly round: number
  readonly go: number
  readonly mandatory: number
  /** Roles that answered again, because the scope had changed since they had said go. */
  readonly again: readonly string[]
  /** Earlier rounds that ended with no-go: who said so, in which words. */
  readonly refused: readonly Refusal[]
  /** In the round that decided: who said no-go, and something else later. */
  readonly atFirst: readonly Refusal[]
}

interface Refusal {
  readonly role: string | null
  readonly note: string | null
}

/** The decision that let it go; null when there was none. */
export function decisionOf(release: Release, facts: Facts): Decision | null {
  const { rounds } = release.votes
  const vote = rounds.findLast(({ ended }) => ended?.outcome === 'go')
  if (!vote) return null
  return {
    round: vote.round,
    go: statusOf(vote, release, facts).go.length,
    mandatory: vote.rule.mandatory.length,
    again: askedAgain(vote),
    refused: rounds.filter(({ ended }) => ended?.outcome === 'no-go').flatMap(refusalsIn),
    atFirst: changedIn(vote),
  }
}

function askedAgain({ ballots }: Vote): string[] {
  const again = ballots.flatMap(({ role, replaces, seal }) => {
    const former = ballots.find(({ number }) => number === replaces)
    return role && former?.says === 'go' && former.seal !== seal ? [role] : []
  })
  return [...new Set(again)]
}

/** A no-go that its author answered anew; one that was undone at once was a slip. */
const changedIn = ({ ballots }: Vote): Refusal[] =>
  ballots
    .filter(({ says, number }) => says === 'no-go' && ballots.some((later) => changes(later, number)))
    .map(({ role, note }) => ({ role, note }))

const changes = ({ says, replaces }: Ballot, number: number) => replaces === number && says !== 'no-go'

const refusalsIn = ({ ballots }: Vote) =>
  ballots
    .filter(({ says, superseded }) => says === 'no-go' && !superseded)
    .map(({ role, note }) => ({ role, note }))
