import type { Door, PersonId } from '../people/people.ts'
import type { Release } from '../releases/release.ts'
import type { Scope } from '../scope/scope.ts'
import { workedOnce } from '../worked-once.ts'

export type Says = 'go' | 'no-go' | 'abstain'
export type VoteOutcome = 'go' | 'no-go' | 'cancelled'

/** Under which rule a vote is decided. Kept with the vote, whatever the model says later. */
export interface VoteRule {
  /** A role says go when a holder said go and none said no-go. */
  readonly mandatory: readonly string[]
  /** How long a go counts, in milliseconds. */
  readonly goHolds: number
}

/** The reply in the vote's thread that a ballot was read from. */
export interface Reply {
  readonly channel: string
  readonly ts: string
  /** Slack's time of these words: that of the reply, or of its latest edit. */
  readonly said: string
}

/** One person's answer in one vote, for one role; for none it is advice. Former answers are kept. */
export interface Ballot {
  readonly number: number
  readonly role: string | null
  readonly person: PersonId
  /** The holder whom the person stands in for. */
  readonly forWhom: PersonId | null
  readonly says: Says
  readonly note: string | null
  readonly door: Door
  readonly reply: Reply | null
  /** The scope that was answered about. */
  readonly seal: string
  readonly cast: Date
  /** The former answer that it took the place of. */
  readonly replaces: number | null
  readonly superseded: Date | null
}

/** A ballot as it is given; the record adds when and through which door. */
export type Answer = Omit<Ballot, 'door' | 'cast' | 'superseded'>

/** Why a vote was opened with required items open: a deviation, shown wherever the vote is. */
export interface Undone {
  readonly why: string
  readonly items: readonly number[]
}

/** A mandatory role that has given no answer that counts, and who could give it. */
export interface Silent {
  readonly role: string
  readonly people: readonly PersonId[]
}

export interface Ended {
  readonly outcome: VoteOutcome
  readonly at: Date
  readonly by: PersonId | null
  /** Why it was cancelled. */
  readonly why: string | null
  /** The scope that was decided on. */
  readonly seal: string
  /** Roles that had given no answer, with the people who could have. */
  readonly silent: readonly Silent[]
  readonly holdsUntil: Date | null
}

export type Decided = Pick<Ended, 'seal' | 'silent' | 'holdsUntil'>

/** One round of the go/no-go question. */
export interface Vote {
  readonly round: number
  readonly rule: VoteRule
  /** The scope as it was when the vote opened. */
  readonly seal: string
  /** The target that is voted about. */
  readonly target: Date
  readonly opened: Date
  readonly openedBy: PersonId | null
  readonly closes: Date
  readonly undone: Undone | null
  readonly ballots: readonly Ballot[]
  readonly ended: Ended | null
  /** Since when and why its go does not count any more. */
  readonly lost: { readonly at: Date; readonly why: string } | null
}

export interface Votes {
  readonly rounds: readonly Vote[]
  /** What each seal stands for. */
  readonly sealed: Readonly<Record<string, Scope>>
}

declare module '../releases/release.ts' {
  interface Release {
    readonly votes: Votes
  }
  interface ReleaseEvents {
    voteOpened: Pick<Vote, 'round' | 'rule' | 'seal' | 'target' | 'closes' | 'undone'>
    /** The target moved while the vote was open, and its close with it. */
    voteMoved: Pick<Vote, 'round' | 'target' | 'closes'>
    ballotCast: { readonly round: number } & Answer
    /** Taken back by the one who gave it; the answer before it, if there was one, stands again. */
    ballotUndone: { readonly round: number; readonly number: number; readonly restores: number | null }
    voteDecided: { readonly round: number; readonly outcome: 'go' | 'no-go' } & Decided
    voteCancelled: { readonly round: number; readonly why: string }
    /** A go does not count any more; the next vote asks again. */
    clearanceLost: { readonly round: number; readonly why: string }
  }
}

/** The longest note that is kept; what is longer belongs behind a link. */
export const longestNote = 800

export const noVotes: Votes = { rounds: [], sealed: {} }

/** The newest vote, open or over. */
export const newestVote = (release: Release): Vote | null => release.votes.rounds.at(-1) ?? null

/** The vote that can be answered now. */
export function openVote(release: Release): Vote | null {
  const vote = newestVote(release)
  return vote && !vote.ended ? vote : null
}

export const voteOfRound = (release: Release, round: number): Vote | null =>
  release.votes.rounds.find((vote) => vote.round === round) ?? null

/** Until when the release may go; null when it may not. */
export const goHoldsUntil = (release: Release): Date | null =>
  release.state === 'cleared' ? (newestVote(release)?.ended?.holdsUntil ?? null) : null

/** The answers that stand: at most one per role and person. Of each state of a vote they are picked out once. */
export const standing = workedOnce(({ ballots }: Vote): readonly Ballot[] =>
  ballots.filter(({ superseded }) => !superseded),
)

export const ballotBy = (vote: Vote, person: PersonId, role: string | null): Ballot | null =>
  standing(vote).find((ballot) => ballot.person === person && ballot.role === role) ?? null
