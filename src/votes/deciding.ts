import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { onlyWhoRunsIt } from '../people/permissions.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { sealOf } from '../scope/scope.ts'
import { listed } from '../slack/wording.ts'
import { theOpenVote } from './open-vote.ts'
import { changedSince, namesOf } from './since.ts'
import { isGo, silentIn, statusOf } from './status.ts'
import { closeFrom } from './times.ts'
import { newestVote, openVote, type Vote } from './votes.ts'

/** Which vote is meant: that of the button, or whichever is open. */
export interface RoundMeant {
  readonly round: number | null
}

/** A go that is settled closes the vote at once; nothing happens while somebody is awaited. */
export function decidedGo(vote: Vote, release: Release, now: Date): ReleaseEvent[] {
  const seal = sealOf(release.scope)
  if (!isGo(vote, seal)) return []
  const holdsUntil = new Date(now.getTime() + vote.rule.goHolds)
  return [{ type: 'voteDecided', round: vote.round, outcome: 'go', seal, silent: [], holdsUntil }]
}

/** Closes the vote before its time. It would be a go already if it could be one, so this is a no-go. */
export function closeVote(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  meant: RoundMeant,
): ReleaseEvent[] {
  onlyWhoRunsIt(release, facts, actor, 'closes the vote')
  return [decidedNoGo(theOpenVote(release, facts, now, actor, meant.round), release, facts)]
}

/** Ends the vote without a decision; the next one is a new round. */
export function cancelVote(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { round, why }: RoundMeant & { readonly why: string },
): ReleaseEvent[] {
  onlyWhoRunsIt(release, facts, actor, 'cancels the vote')
  const vote = theOpenVote(release, facts, now, actor, round)
  if (!why.trim())
    throw new Rejection('Cancel the vote why? Like: /release vote cancel load test is red', { field: 'why' })
  return [{ type: 'voteCancelled', round: vote.round, why: why.trim() }]
}

/** What the clock, or a change elsewhere, does to an open vote: it moves with its target, is settled, or closes. */
export function dueOnOpenVote(release: Release, facts: Facts, now: Date): ReleaseEvent[] {
  const vote = openVote(release)
  if (!vote) return []
  if (vote.target.getTime() !== release.target.getTime()) return [moved(vote, release, facts, now)]
  const go = decidedGo(vote, release, now)
  if (go.length > 0 || vote.closes > now) return go
  return [decidedNoGo(vote, release, facts)]
}

/** A cleared release asks again when what was voted on is not what would go. */
export function dueOnClearance(release: Release, _facts: Facts, now: Date): ReleaseEvent[] {
  const round = newestVote(release)?.round
  const why = whyGoIsLost(release, now)
  return why && round ? [{ type: 'clearanceLost', round, why }] : []
}

/** Why the go of a cleared release does not count for what would go now; null while it does. */
export function whyGoIsLost(release: Release, now: Date): string | null {
  const vote = newestVote(release)
  const until = vote?.ended?.holdsUntil
  if (release.state !== 'cleared' || !vote?.ended || !until) return null
  if (vote.ended.seal !== sealOf(release.scope)) return `${changes(vote.ended.seal, release)} changed`
  const moved = vote.target.getTime() !== release.target.getTime()
  if (moved && release.target > until) return 'the target moved too far'
  return until <= now ? 'the go has run out' : null
}

function decidedNoGo(vote: Vote, release: Release, facts: Facts): ReleaseEvent {
  const silent = silentIn(statusOf(vote, release, facts))
  return {
    type: 'voteDecided',
    round: vote.round,
    outcome: 'no-go',
    seal: sealOf(release.scope),
    silent,
    holdsUntil: null,
  }
}

/** The close follows the target as the model wants it, never to a time that has passed. */
function moved(vote: Vote, release: Release, facts: Facts, now: Date): ReleaseEvent {
  const closes = closeFrom(release, facts, now) ?? vote.closes
  return { type: 'voteMoved', round: vote.round, target: release.target, closes }
}

const changes = (seal: string, release: Release) =>
  listed(namesOf(changedSince(release, seal))) || 'the scope'
