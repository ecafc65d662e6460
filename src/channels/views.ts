import { actions, button, headline, joined, lines, md, message, section } from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { acts, missingParams } from './contract.ts'

/** What helps instead, step by step. */
const instead: Readonly<Record<string, string>> = {
  channel: 'ask an admin to let apps make channels; until then asks come by direct message',
  invitations: 'invite people yourself: /invite',
  topic: 'set the topic by hand, or leave it',
  bookmarks: 'nothing else needs them',
}

/** Tells the release manager what Slack refused; the release works without it. */
export const missingNotice: OfRelease = {
  kind: 'provisioning-missing',
  place: { in: 'direct message' },
  priority: 4,
  once: true,
  draw: ({ release, facts, params }) => {
    const missing = Object.entries(missingParams.parse(params).missing)
    const steps = joined(
      missing.map(([step]) => step),
      ' and ',
    )
    const news =
      'channel' in Object.fromEntries(missing)
        ? md`${release.key} has no channel, and works without`
        : md`${release.key}: its channel works, without ${steps}`
    const why = missing.map(
      ([step, word]) => md`${step}: Slack says ${word}; ${instead[step] ?? 'nothing to do'}`,
    )
    const value = JSON.stringify({ release: release.id })
    const again = button({ text: 'Try again', action: acts.tryAgain, value })
    return message(news, [headline(news), section(lines(...why)), actions([again])], facts.product.zone)
  },
}
