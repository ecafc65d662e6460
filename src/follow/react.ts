import type { Changed, Effect } from '../feature.ts'
import type { Recorded, Release } from '../releases/release.ts'
import type { Trouble } from './contract.ts'
import { decidedMessage, liveMessage, troubleMessage } from './views.ts'

/** Three kinds of news, each to everyone who follows; nobody hears of what they did themselves. */
export function tellFollowers({ after, events }: Changed): Effect[] {
  return events.flatMap((event) => {
    const news = newsOf(event, after)
    if (!news) return []
    const { post, params } = news
    const others = after.followers.filter((person) => person !== event.by.person)
    return others.map((person) => ({ post, key: `${event.seq}:${person}`, person, params }))
  })
}

function newsOf(event: Recorded, release: Release) {
  if (event.type === 'voteDecided') return { post: decidedMessage.kind, params: { round: event.round } }
  if (event.type === 'liveForEveryone') return { post: liveMessage.kind, params: {} }
  const params = troubleIn(event, release)
  return params && { post: troubleMessage.kind, params }
}

function troubleIn(event: Recorded, { execution, verification }: Release): Trouble | null {
  const exposure = execution.exposures.length - 1
  if (event.type === 'releaseHeld') return { trouble: 'held', number: 0 }
  if (event.type === 'narrowed') return { trouble: 'narrowed', number: exposure }
  if (event.type === 'releaseRolledBack') return { trouble: 'rolled back', number: exposure }
  if (event.type !== 'checkFailed') return null
  const check = verification.checks.find(({ number }) => number === event.number)
  return check?.required ? { trouble: 'check', number: check.number } : null
}
