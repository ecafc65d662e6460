import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import type { EventOf, Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { sealOf } from '../scope/scope.ts'
import { decidedGo } from './deciding.ts'
import { withBallot, withoutBallot } from './evolve.ts'
import { theOpenVote } from './open-vote.ts'
import { type RolesMeant, rolesOf } from './roles.ts'
import {
  type Answer,
  ballotBy,
  longestNote,
  newestVote,
  type Reply,
  type Says,
  standing,
  type Vote,
} from './votes.ts'

/** A person at a door; Shipshape itself never votes. */
export type Voter = Actor & { readonly person: PersonId }

/** What somebody said about the question, before it is known to be a ballot. */
export interface Said {
  readonly says: Says
  readonly note: string | null
  readonly roles: RolesMeant
  /** The round that a button or a thread belongs to; null for a command, which means the open one. */
  readonly round: number | null
  readonly reply: Reply | null
}

/**
 * Gives an answer, or changes it while the vote is open. The answer that settles a go closes the vote at once.
 * @throws Rejection when no vote is open, a no-go has no reason, or it is not clear for which role it is.
 */
export function castBallot(
  release: Release,
  facts: Facts,
  now: Date,
  voter: Voter,
  said: Said,
): ReleaseEvent[] {
  if (wasHeard(release, voter, said)) return []
  const open = theOpenVote(release, facts, now, voter, said.round)
  const note = readNote(said)
  const roles = rolesOf(release, facts, open, voter, { ...said, note })
  const newest = open.ballots.at(-1)?.number ?? 0
  const answers = roles
    .map((role) => answer(release, open, voter, { ...said, note }, role))
    .filter((given) => !isRepeated(open, voter, given))
    .map(
      (given, i): EventOf<'ballotCast'> => ({
        type: 'ballotCast',
        round: open.round,
        number: newest + i + 1,
        ...given,
      }),
    )
  const after = answers.reduce(
    (state, event) => withBallot(state, { ...event, at: now, by: voter, seq: 0 }),
    open,
  )
  return answers.length === 0 ? [] : [...answers, ...decidedGo(after, release, now)]
}

/**
 * Takes answers back while the vote is open; those before them stand again. Answers that were changed since stay.
 * @throws Rejection when the vote is over.
 */
export function undoBallots(
  release: Release,
  facts: Facts,
  now: Date,
  voter: Voter,
  { round, numbers }: { readonly round: number; readonly numbers: readonly number[] },
): ReleaseEvent[] {
  const open = theOpenVote(release, facts, now, voter, round)
  const mine = standing(open).filter(
    ({ person, number }) => person === voter.person && numbers.includes(number),
  )
  const undone = mine.map(
    ({ number, replaces }): EventOf<'ballotUndone'> => ({
      type: 'ballotUndone',
      round,
      number,
      restores: replaces,
    }),
  )
  const after = undone.reduce(
    (state, event) => withoutBallot(state, { ...event, at: now, by: voter, seq: 0 }),
    open,
  )
  return undone.length === 0 ? [] : [...undone, ...decidedGo(after, release, now)]
}

/** Said before: a delivery that came twice, words older than those that counted, a second click on what settled it. */
function wasHeard(release: Release, { person, door }: Voter, { reply, says, round }: Said): boolean {
  if (reply) {
    const mine = release.votes.rounds.flatMap(({ ballots }) => ballots).filter((one) => one.person === person)
    // A button under a question about a reply is pressed now, however old the reply is.
    return mine.some((one) =>
      door === 'thread'
        ? one.reply !== null && one.reply.said >= reply.said
        : one.reply?.said === reply.said && one.says === says && !one.superseded,
    )
  }
  const vote = newestVote(release)
  if (vote?.round !== round || vote?.ended?.outcome !== 'go' || vote.lost) return false
  return standing(vote).some(
    (ballot) => ballot.person === person && ballot.says === says && ballot.door === door,
  )
}

/**
 * A note as it is kept: on one line, no longer than a card and a button can carry.
 * @throws Rejection when a no-go has none, or when it is too long.
 */
export function readNote({ says, note }: Pick<Said, 'says' | 'note'>): string | null {
  const words = note?.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null
  if (says === 'no-go' && !words) {
    throw new Rejection(
      'Why no-go? Your reason is what gets it fixed. Like: /release no-go checkout is red',
      { field: 'why' },
    )
  }
  if (words && words.length > longestNote) {
    const length = words.length.toLocaleString('en')
    throw new Rejection(
      `That has ${length} characters, and ${longestNote} fit. Put the rest behind a link.`,
      { field: 'why' },
    )
  }
  return words
}

function answer(
  release: Release,
  vote: Vote,
  { person }: Voter,
  said: Said,
  role: string | null,
): Omit<Answer, 'number'> {
  const former = ballotBy(vote, person, role)
  const kept = former?.says === said.says ? former.note : null
  const { says, reply } = said
  const note = said.note ?? kept
  return {
    role,
    person,
    forWhom: null,
    says,
    note,
    reply,
    seal: sealOf(release.scope),
    replaces: former?.number ?? null,
  }
}

/** The same answer about the same scope through the same door: a double click. */
function isRepeated(vote: Vote, { person, door }: Voter, given: Omit<Answer, 'number'>): boolean {
  const former = ballotBy(vote, person, given.role)
  if (!former || given.reply) return false
  const same = former.says === given.says && former.note === given.note && former.seal === given.seal
  return same && former.door === door
}
