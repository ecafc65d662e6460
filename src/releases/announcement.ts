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
import { acts } from './contract.ts'
import { isOver } from './lifecycle.ts'
import { lastMove } from './receipts.ts'

/** One line in #releases per release, edited for life; its news stands in its thread. */
export const announcement: OfRelease = {
  kind: 'announcement',
  place: { in: 'home channel' },
  priority: 4,
  draw: (drawing) => {
    const { release, facts } = drawing
    const { zone } = facts.product
    const news = newsOf(drawing)
    const runBy = joined([md`Run by ${nameOf(facts, release.manager)}`, inPlace(release.target, zone)])
    return message(
      news,
      [
        headline(news),
        section(lines(release.intent && md`${release.intent}`, plannedPhases(drawing), runBy)),
        buttons(drawing),
      ],
      zone,
    )
  },
}

function newsOf({ release, facts }: Drawing): Md {
  const { zone } = facts.product
  const why = release.outcomeReason ? md`: ${quoted(release.outcomeReason)}` : null
  if (release.state === 'cancelled') return md`${release.key} was cancelled${why}`
  const moved = lastMove(release.targets, zone)
  if (moved) return md`${release.key} moved to ${when(release.target, zone)} (${moved})`
  return md`${release.key} opens ${when(release.target, zone)}`
}

/** "1 % first, then 10 %, then everyone". */
function plannedPhases({ facts }: Drawing): Md | null {
  const [first, ...rest] = facts.model.phases
  if (!first || rest.length === 0) return null
  const share = (n: number) => (n >= 100 ? 'everyone' : `${n} %`)
  return joined(
    [md`${share(first.share)} first`, ...rest.map((phase) => md`then ${share(phase.share)}`)],
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
