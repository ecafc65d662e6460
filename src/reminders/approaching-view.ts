import { acts } from '../releases/contract.ts'
import { missing } from '../releases/headlines.ts'
import type { Release } from '../releases/release.ts'
import { readyLine, voteLine } from '../releases/status-lines.ts'
import { actions, button, headline, lines, md, message, section, when } from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { isApproaching } from './approaching.ts'

/** To the release manager: the target comes nearer, and this is still open. */
export const approachingMessage: OfRelease = {
  kind: 'target-approaching',
  place: { in: 'direct message' },
  priority: 4,
  draw: ({ release, facts, person, now }) => {
    const zone = facts.people.get(person ?? '')?.zone
    if (!isApproaching(release)) {
      const over = md`${release.key}: this reminder is over`
      return message(over, [headline(over)], zone)
    }
    const open = missing(release, facts, now) ?? md`it may go`
    const news = md`${release.key} opens ${when(release.target, facts.product.zone)}: ${open}`
    const told = lines(readyLine(release, facts, now), voteLine(release, facts))
    return message(news, [headline(news), section(told), buttons(release)], zone)
  },
}

function buttons({ id }: Release) {
  const value = JSON.stringify({ release: id })
  return actions([
    button({ text: 'Status', action: acts.show, value }),
    button({ text: 'Move…', action: acts.openMove, value }),
  ])
}
