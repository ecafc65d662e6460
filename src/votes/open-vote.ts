import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { full, weekdayClock } from '../time/words.ts'
import { voteOpens } from './times.ts'
import { newestVote, type Vote } from './votes.ts'

/**
 * The vote that is open now.
 * @param round the one that a button or a thread belongs to; null means whichever is open.
 * @throws Rejection saying what was decided, or when a vote opens.
 */
export function theOpenVote(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  round: number | null,
): Vote {
  const vote = newestVote(release)
  if (!vote || vote.ended || vote.closes <= now) throw noneOpen(release, facts, now, actor)
  if (round !== null && round !== vote.round) throw otherRound(vote, actor)
  return vote
}

const otherRound = ({ round }: Vote, { door }: Actor) =>
  door === 'button'
    ? outOfDate(`round ${round} is open now`)
    : new Rejection(`That vote is over, round ${round} is open now. Answer there, or with /release go`)

const outOfDate = (why: string) => new Rejection(`This button is out of date: ${why}.`)

function noneOpen(release: Release, facts: Facts, now: Date, { door }: Actor): Rejection {
  const vote = newestVote(release)
  const over = vote && !vote.lost && overWords(vote, facts)
  if (over && door === 'button') return outOfDate(over)
  return new Rejection(`No vote is open${over ? `: ${over}.` : `; ${nextWords(release, facts, now)}`}`)
}

/** `go was decided Tue 10:05` */
function overWords({ ended, closes }: Vote, facts: Facts): string {
  const { zone } = facts.product
  if (!ended) return `it closed ${weekdayClock(closes, zone)}`
  const when = weekdayClock(ended.at, zone)
  return ended.outcome === 'cancelled' ? `it was cancelled ${when}` : `${ended.outcome} was decided ${when}`
}

function nextWords(release: Release, facts: Facts, now: Date): string {
  if (release.state !== 'planned' && release.state !== 'preparing')
    return `${release.key} is ${release.state}.`
  const opens = voteOpens(release, facts)
  if (opens > now) return `it opens ${full(opens, facts.product.zone)}.`
  return 'it opens when everything required is ready. See: /release ready'
}
