import type { EventOf, Evolvers, Recorded, Release } from '../releases/release.ts'
import { sealOf } from '../scope/scope.ts'
import { type Ballot, type Ended, openVote, type Vote } from './votes.ts'

/** What each event makes of the votes, and of the state they decide about. */
export const evolveVotes: Evolvers = {
  voteOpened: (release, { at, by, type: _, seq: __, ...opened }) => {
    const vote: Vote = { ...opened, opened: at, openedBy: by.person, ballots: [], ended: null, lost: null }
    return sealing({ ...inVotes(release, [...release.votes.rounds, vote]), state: 'deciding' })
  },
  voteMoved: (release, { round, target, closes }) =>
    inRound(release, round, (vote) => ({ ...vote, target, closes })),
  ballotCast: (release, event) => sealing(inRound(release, event.round, (vote) => withBallot(vote, event))),
  ballotUndone: (release, event) => inRound(release, event.round, (vote) => withoutBallot(vote, event)),
  voteDecided: (release, { at, by, round, type: _, seq: __, ...decided }) => ({
    ...sealing(inRound(release, round, ended({ ...decided, at, by: by.person, why: null }))),
    state: decided.outcome === 'go' ? 'cleared' : 'preparing',
  }),
  voteCancelled: (release, event) => ({ ...cancelled(release, event.round, event), state: 'preparing' }),
  clearanceLost: (release, { round, at, why }) => ({
    ...inRound(release, round, (vote) => ({ ...vote, lost: { at, why } })),
    state: 'preparing',
  }),
  releaseCancelled: (release, event) => {
    const vote = openVote(release)
    return vote ? cancelled(release, vote.round, event) : release
  },
}

/** What an open vote is when it ends without a decision. */
function cancelled(
  release: Release,
  round: number,
  { at, by, why }: Pick<Recorded, 'at' | 'by'> & { readonly why: string },
): Release {
  const nothing = { seal: sealOf(release.scope), silent: [], holdsUntil: null }
  return sealing(inRound(release, round, ended({ outcome: 'cancelled', at, by: by.person, why, ...nothing })))
}

const ended =
  (end: Ended) =>
  (vote: Vote): Vote => ({ ...vote, ended: end })

export function withBallot(vote: Vote, event: Recorded<EventOf<'ballotCast'>>): Vote {
  const { type: _, round: __, seq: ___, at, by, ...answer } = event
  const former = vote.ballots.map((one) =>
    one.number === answer.replaces ? { ...one, superseded: at } : one,
  )
  return { ...vote, ballots: [...former, { ...answer, door: by.door, cast: at, superseded: null }] }
}

export function withoutBallot(vote: Vote, { number, restores, at }: Recorded<EventOf<'ballotUndone'>>): Vote {
  const after = (one: Ballot): Ballot => {
    if (one.number === number) return { ...one, superseded: at }
    return one.number === restores ? { ...one, superseded: null } : one
  }
  return { ...vote, ballots: vote.ballots.map(after) }
}

const inVotes = (release: Release, rounds: readonly Vote[]): Release => ({
  ...release,
  votes: { ...release.votes, rounds },
})

const inRound = (release: Release, round: number, change: (vote: Vote) => Vote): Release =>
  inVotes(
    release,
    release.votes.rounds.map((vote) => (vote.round === round ? change(vote) : vote)),
  )

/** Keeps what the seal of this moment stood for first, so that it can be told later what changed since. */
function sealing(release: Release): Release {
  const seal = sealOf(release.scope)
  if (seal in release.votes.sealed) return release
  const sealed = { ...release.votes.sealed, [seal]: release.scope }
  return { ...release, votes: { ...release.votes, sealed } }
}
