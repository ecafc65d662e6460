import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { dueOnClearance, dueOnOpenVote } from './deciding.ts'
import { dueToOpen } from './opening.ts'
import { voteOpens } from './times.ts'
import { goHoldsUntil, newestVote, openVote } from './votes.ts'

/** What the clock brings: a vote that opens, moves, is settled or closes, and a go that is lost. */
export const dueVotes = (release: Release, facts: Facts, now: Date): ReleaseEvent[] => [
  ...dueOnOpenVote(release, facts, now),
  ...dueOnClearance(release, facts, now),
  ...dueToOpen(release, facts, now),
]

export function wakesVotes(release: Release, facts: Facts): Date[] {
  const vote = newestVote(release)
  const changed = vote?.ended?.at ?? vote?.opened
  // What a change elsewhere brings about is due already, however early one looks.
  if (changed && dueVotes(release, facts, changed).length > 0) return [changed]
  const opens = voteOpens(release, facts)
  const opening = dueToOpen(release, facts, opens).length > 0 && opens
  const moments = [openVote(release)?.closes, goHoldsUntil(release), opening]
  return moments.filter((moment) => moment instanceof Date)
}
