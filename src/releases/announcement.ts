import { executionLine } from '../execution/headline.ts'
import { shareWords } from '../execution/plan.ts'
import { nameOf } from '../people/permissions.ts'
import {
  actions,
  button,
  headline,
  inPlace,
  joined,
  lines,
  type Md,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { newestVote } from '../votes/votes.ts'
import { acts } from './contract.ts'
import { intentTold } from './intent.ts'
import { isOver, nothingDeployed } from './lifecycle.ts'
import { lastMove } from './receipts.ts'
import type { Facts, Release } from './release.ts'

/** One message in #releases per release, edited for life; its news stands in its thread. */
export const announcement: OfRelease = {
  kind: 'announcement',
  place: { in: 'home channel' },
  priority: 4,
  draw: (drawing) => {
    const { release, facts } = drawing
    const { zone } = facts.product
    const news = newsOf(release, facts)
    const plan = nothingDeployed(release) && plannedPhases(facts)
    const runBy = joined([md`Run by ${nameOf(facts, release.manager)}`, inPlace(release.target, zone)])
    return message(
      news,
      [headline(news), section(lines(intentTold(release), plan, runBy)), buttons(drawing)],
      zone,
    )
  },
}

/** Line one: what is newest. */
export function newsOf(release: Release, facts: Facts): Md {
  const { key, outcomeReason, hold } = release
  if (release.state === 'cancelled')
    return md`${key} was cancelled${outcomeReason && md`: ${quoted(outcomeReason)}`}`
  if (hold) return md`${key} is on hold: ${quoted(hold.why)}`
  return executionLine(release, facts) ?? opensOrNot(release, facts.product.zone)
}

function opensOrNot(release: Release, zone: string): Md {
  const ended = newestVote(release)?.ended
  if (release.state === 'preparing' && ended?.outcome === 'no-go') {
    return md`${release.key} does not go on ${when(release.target, zone)}`
  }
  const moved = lastMove(release.targets, zone)
  return moved
    ? md`${release.key} moved to ${when(release.target, zone)} (${moved})`
    : md`${release.key} opens ${when(release.target, zone)}`
}

/** "1 % first, then 10 %, then everyone". */
function plannedPhases({ model }: Facts): Md | null {
  const [first, ...rest] = model.phases
  if (!first || rest.length === 0) return null
  return joined(
    [`${shareWords(first.share)} first`, ...rest.map(({ share }) => `then ${shareWords(share)}`)],
    ', ',
  )
}

function buttons({ release, posted }: Drawing) {
  if (isOver(release)) return null
  const card = posted('status-card')
  const value = JSON.stringify({ release: release.id })
  return actions([
    card !== null && button({ text: 'Open channel', action: 'link', url: card }),
    button({ text: 'Follow', action: 'follow.start', value }),
    button({ text: 'Status', action: acts.show, value }),
  ])
}
