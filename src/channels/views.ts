import { z } from 'zod'
import { headline, lines, md, message, section } from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'

const params = z.object({ missing: z.record(z.string(), z.string()) })

const means: Readonly<Record<string, string>> = {
  invitations: 'invite people yourself: /invite',
  topic: 'set the topic by hand, or leave it',
  bookmarks: 'the links stand on the status card',
}

/** Tells the release manager, once, what Slack refused; the release works without it. */
export const missingNotice: OfRelease = {
  kind: 'provisioning-missing',
  place: { in: 'direct message' },
  priority: 4,
  once: true,
  draw: ({ release, params: given }) => {
    const missing = Object.entries(params.parse(given).missing)
    const news = md`${release.key}: its channel works, without ${missing.map(([step]) => step).join(' and ')}`
    const why = missing.map(
      ([step, word]) => md`${step}: Slack says ${word}; ${means[step] ?? 'nothing to do'}`,
    )
    return message(news, [headline(news), section(lines(...why))])
  },
}
