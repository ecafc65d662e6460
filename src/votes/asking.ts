import type { Changed, Effect, Post } from '../feature.ts'
import { askedInstead } from '../people/permissions.ts'
import type { Facts, Recorded, Release } from '../releases/release.ts'
import { partIn, staleGoes } from './part.ts'
import { statusOf } from './status.ts'
import { openVote, type Vote, voteOfRound } from './votes.ts'

/** Kinds of messages; the views draw them. */
export const kinds = {
  card: 'vote-card',
  ask: 'vote-ask',
  passed: 'vote-passed',
  again: 'vote-again',
  noGo: 'vote-no-go',
  decided: 'vote-decided',
  lost: 'vote-lost',
} as const

/** The name of the job that gives a counted reply its check mark. */
export const markReply = 'vote-mark-reply'

/** What follows a change: cards and asks that shall exist, and check marks. */
export function followVote({ after, facts, events }: Changed): Effect[] {
  return [
    ...events.flatMap(posts),
    ...events.flatMap(marks),
    ...tellsManager(events, after, facts),
    ...asksNow(after, facts),
  ]
}

function posts(event: Recorded): Post[] {
  switch (event.type) {
    case 'voteOpened':
      return [{ post: kinds.card, key: String(event.round) }]
    case 'voteDecided':
      return [{ post: kinds.decided, key: String(event.round) }]
    case 'clearanceLost':
      return [{ post: kinds.lost, key: String(event.round) }]
    default:
      return []
  }
}

function marks(event: Recorded): Effect[] {
  if (event.type !== 'ballotCast' || !event.reply) return []
  const { channel, ts } = event.reply
  return [{ job: markReply, payload: { channel, ts } }]
}

/** The release manager hears of a no-go at once, and once: a new reason only changes the message. */
function tellsManager(events: readonly Recorded[], release: Release, facts: Facts): Post[] {
  const person = askedInstead(release, facts)
  const noGo = events.find((event) => event.type === 'ballotCast' && event.says === 'no-go')
  if (noGo?.type !== 'ballotCast' || noGo.person === person) return []
  const ballots = voteOfRound(release, noGo.round)?.ballots ?? []
  if (ballots.find(({ number }) => number === noGo.replaces)?.says === 'no-go') return []
  const keyOf = ({ number }: { readonly number: number }) => `${noGo.round}:${number}`
  const earlier = ballots.filter(
    ({ person, says, number }) => person === noGo.person && says === 'no-go' && number < noGo.number,
  )
  return [{ post: kinds.noGo, key: keyOf(noGo), person, insteadOf: earlier.map(keyOf) }]
}

/** Everything that is asked now. Each ask has a key, so nobody is asked the same twice. */
function asksNow(release: Release, facts: Facts): Post[] {
  const vote = openVote(release)
  if (!vote || release.hold) return []
  return [
    ...firstAsks(vote, release, facts),
    ...passedOn(vote, release, facts),
    ...askedAgain(vote, release, facts),
  ]
}

function firstAsks(vote: Vote, release: Release, facts: Facts): Post[] {
  const holders = new Set(facts.model.roles.flatMap(({ name }) => facts.holders[name] ?? []))
  return [...holders]
    .filter((person) => partIn(vote, release, facts, person).asked.length > 0)
    .map((person) => ({ post: kinds.ask, key: `${vote.round}:${person}`, person }))
}

/** An abstention passes the question to one other holder, who may have left it to the first. */
function passedOn(vote: Vote, release: Release, facts: Facts): Post[] {
  return statusOf(vote, release, facts).awaited.flatMap(({ people: [next], ballots }) => {
    const last = ballots.at(-1)
    if (!next || !last) return []
    return [{ post: kinds.passed, key: `${vote.round}:${last.number}`, person: next }]
  })
}

function askedAgain(vote: Vote, release: Release, facts: Facts): Post[] {
  const people = new Set(statusOf(vote, release, facts).again.flatMap((role) => role.people))
  return [...people].flatMap((person) => {
    const newest = staleGoes(vote, release, person).at(-1)
    return newest ? [{ post: kinds.again, key: `${vote.round}:${newest.number}`, person }] : []
  })
}
