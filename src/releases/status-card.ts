import {
  actions,
  bold,
  button,
  headline,
  inPlace,
  joined,
  lines,
  type Md,
  type Message,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { acts } from './contract.ts'
import { headlineOf } from './headlines.ts'
import { isOver } from './lifecycle.ts'
import type { Facts, Release } from './release.ts'

/** The one pinned card of a release's channel. */
export const statusCard: OfRelease = {
  kind: 'status-card',
  place: { in: 'channel' },
  priority: 3,
  pinned: true,
  draw: ({ release, facts, now }: Drawing) => drawStatus(release, facts, now),
}

/** The same for whoever asks `/release status`, with a way to post it. */
export function drawStatus(
  release: Release,
  facts: Facts,
  _now: Date,
  more: Parameters<typeof actions>[0] = [],
): Message {
  const { zone } = facts.product
  const news = headlineOf(release, facts, null)
  const facts_ = lines(
    release.intent && md`${release.intent}`,
    release.hold && md`${bold('Held')} ${quoted(release.hold.why)} since ${when(release.hold.since, zone)}`,
    joined([md`${bold('Opens')} ${when(release.target, zone)}`, inPlace(release.target, zone)]),
    ended(release),
  )
  return message(news, [headline(news), section(facts_), buttons(release, more)], zone)
}

function ended(release: Release): Md | null {
  if (!release.outcome) return null
  return md`${bold('Outcome')} ${release.outcome}${release.outcomeReason && md`: ${quoted(release.outcomeReason)}`}`
}

function buttons(release: Release, more: Parameters<typeof actions>[0]) {
  const value = JSON.stringify({ release: release.id })
  if (isOver(release)) return actions(more)
  const forward = release.hold
    ? button({ text: 'Resume', action: acts.resume, value })
    : button({ text: 'Hold…', action: acts.openHold, value })
  return actions([forward, ...more])
}
