import { headline, md, message, when } from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { newestVote } from '../votes/votes.ts'
import { newsOf } from './announcement.ts'
import type { Facts, Release, ReleaseEvent } from './release.ts'

/** What readers of #releases want to find below the announcement, each once. */
const newsworthy: readonly ReleaseEvent['type'][] = [
  'targetMoved',
  'voteDecided',
  'releaseHeld',
  'releaseRolledBack',
  'liveForEveryone',
  'releaseCancelled',
]

export const isNews = ({ type }: { readonly type: ReleaseEvent['type'] }) => newsworthy.includes(type)

/** A reply below the announcement: the news as it was. */
export const newsReply: OfRelease = {
  kind: 'news',
  place: { in: 'thread', under: 'announcement' },
  priority: 4,
  once: true,
  draw: ({ release, facts, params }) => {
    const news = params.type === 'voteDecided' ? decision(release, facts) : newsOf(release, facts)
    return message(news, [headline(news)], facts.product.zone)
  },
}

function decision(release: Release, facts: Facts) {
  const ended = newestVote(release)?.ended
  if (ended?.outcome !== 'go') return newsOf(release, facts)
  return md`Go for ${release.key}, decided ${when(ended.at, facts.product.zone)}`
}
