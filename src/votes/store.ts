import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { channels } from '../channels/tables.ts'
import type { Database, Transaction } from '../db/database.ts'
import { newestRowsOf, partOf, type RowOf, rowsOf } from '../db/rows.ts'
import type { ReleaseRef, Writers } from '../feature.ts'
import type { Release } from '../releases/release.ts'
import { surfaces } from '../surfaces/tables.ts'
import { kinds } from './asking.ts'
import { ballots, sealedScopes, votes } from './tables.ts'
import { type Ballot, type Ended, newestVote, type Vote, voteOfRound } from './votes.ts'

type VoteRow = RowOf<typeof votes>
type BallotRow = RowOf<typeof ballots>

/** However often people change their minds, reading a release takes no longer. The timeline has every answer. */
const mostFormer = 100

export const votesPart = partOf(
  {
    votes: rowsOf(votes, votes.round),
    ballots: newestRowsOf(
      ballots,
      { most: mostFormer, ended: ballots.superseded },
      ballots.round,
      ballots.number,
    ),
    sealed: rowsOf(sealedScopes),
  },
  ({ votes, ballots, sealed }) => ({
    votes: {
      rounds: votes.map((vote) =>
        voteFrom(
          vote,
          ballots.filter(({ round }) => round === vote.round),
        ),
      ),
      sealed: Object.fromEntries(sealed.map(({ seal, scope }) => [seal, scope])),
    },
  }),
)

function voteFrom(row: VoteRow, given: readonly BallotRow[]): Vote {
  const { round, rule, seal, target, opened, openedBy, closes, undone, lostAt, lostWhy } = row
  const lost = lostAt && { at: lostAt, why: lostWhy ?? '' }
  const ballots = given.map(ballotFrom)
  return { round, rule, seal, target, opened, openedBy, closes, undone, ballots, ended: endedFrom(row), lost }
}

function endedFrom({
  outcome,
  endedAt,
  endedBy,
  why,
  decidedSeal,
  silent,
  holdsUntil,
  seal,
}: VoteRow): Ended | null {
  if (!outcome || !endedAt) return null
  return {
    outcome,
    at: endedAt,
    by: endedBy,
    why,
    seal: decidedSeal ?? seal,
    silent: silent ?? [],
    holdsUntil,
  }
}

function ballotFrom({ round: _, channel, ts, said, ...ballot }: BallotRow): Ballot {
  const reply = channel !== null && ts !== null && said !== null ? { channel, ts, said } : null
  return { ...ballot, reply }
}

/**
 * The release and the round whose card this thread belongs to; `under way` when a card may stand in this channel whose
 * place is not known yet; null for any other thread. One statement, or the place could be noted between two.
 */
export async function roundOfThread(db: Database, { workspace, channel, thread }: Thread) {
  const hangsFromIt = and(eq(surfaces.channel, channel), eq(surfaces.ts, thread))
  const isUnderWay = [eq(channels.channel, channel), isNotNull(surfaces.attempted), isNull(surfaces.ts)]
  const cards = await db
    .select({ id: surfaces.release, round: surfaces.key, ts: surfaces.ts })
    .from(surfaces)
    .leftJoin(channels, and(eq(channels.workspace, workspace), eq(channels.release, surfaces.release)))
    .where(
      and(
        eq(surfaces.workspace, workspace),
        eq(surfaces.kind, kinds.card),
        or(hangsFromIt, and(...isUnderWay, isNull(surfaces.letGo))),
      ),
    )
  const card = cards.find(({ ts }) => ts === thread)
  if (card) return { ref: { workspace, id: card.id }, round: Number(card.round) }
  return cards.length > 0 ? 'under way' : null
}

interface Thread {
  readonly workspace: string
  readonly channel: string
  /** The message it hangs from. */
  readonly thread: string
}

export const writeVotes: Writers = {
  voteOpened: async (tx, ref, { round, rule, seal, target, closes, undone, at, by }, after) => {
    const row = { rule, seal, target, closes, undone, opened: at, openedBy: by.person }
    await tx.insert(votes).values({ ...keyOf(ref), round, ...row })
    await keepScope(tx, ref, seal, after)
  },
  voteMoved: (tx, ref, { round, target, closes }) => updateVote(tx, ref, round, { target, closes }),
  ballotCast: async (tx, ref, { round, reply, type: _, seq: __, at, by, ...answer }, after) => {
    await setSuperseded(tx, ref, round, answer.replaces, at)
    const given = { ...answer, ...(reply ?? {}), door: by.door, cast: at }
    await tx.insert(ballots).values({ ...keyOf(ref), round, ...given })
    await keepScope(tx, ref, answer.seal, after)
  },
  ballotUndone: async (tx, ref, { round, number, restores, at }) => {
    await setSuperseded(tx, ref, round, number, at)
    await setSuperseded(tx, ref, round, restores, null)
  },
  voteDecided: (tx, ref, { round }, after) => writeEnd(tx, ref, voteOfRound(after, round), after),
  voteCancelled: (tx, ref, { round }, after) => writeEnd(tx, ref, voteOfRound(after, round), after),
  releaseCancelled: (tx, ref, _, after) => writeEnd(tx, ref, newestVote(after), after),
  clearanceLost: (tx, ref, { round, at, why }) => updateVote(tx, ref, round, { lostAt: at, lostWhy: why }),
}

const keyOf = (ref: ReleaseRef) => ({ workspace: ref.workspace, release: ref.id })

const roundIs = (ref: ReleaseRef, round: number) =>
  and(eq(votes.workspace, ref.workspace), eq(votes.release, ref.id), eq(votes.round, round))

const updateVote = (tx: Transaction, ref: ReleaseRef, round: number, set: Partial<VoteRow>) =>
  tx.update(votes).set(set).where(roundIs(ref, round))

/** Writes how a vote ended, once. A vote that had ended before the release was cancelled stays as it was. */
async function writeEnd(tx: Transaction, ref: ReleaseRef, vote: Vote | null, after: Release) {
  if (!vote?.ended) return
  const { outcome, at, by, why, seal, silent, holdsUntil } = vote.ended
  await tx
    .update(votes)
    .set({ outcome, endedAt: at, endedBy: by, why, decidedSeal: seal, silent: [...silent], holdsUntil })
    .where(and(roundIs(ref, vote.round), isNull(votes.endedAt)))
  await keepScope(tx, ref, seal, after)
}

async function setSuperseded(
  tx: Transaction,
  ref: ReleaseRef,
  round: number,
  number: number | null,
  at: Date | null,
) {
  if (number === null) return
  const { workspace, release } = keyOf(ref)
  const ballot = [eq(ballots.workspace, workspace), eq(ballots.release, release), eq(ballots.round, round)]
  await tx
    .update(ballots)
    .set({ superseded: at })
    .where(and(...ballot, eq(ballots.number, number)))
}

async function keepScope(tx: Transaction, ref: ReleaseRef, seal: string, { votes: { sealed } }: Release) {
  const scope = sealed[seal]
  if (scope)
    await tx
      .insert(sealedScopes)
      .values({ ...keyOf(ref), seal, scope })
      .onConflictDoNothing()
}
