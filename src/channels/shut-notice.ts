import { isOver } from '../releases/lifecycle.ts'
import { channelLink, headline, md, message, section, when } from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { shutParams } from './contract.ts'

/** Tells whoever runs the release that its channel was archived by hand, and what helps; settled once it is back. */
export const shutNotice: OfRelease = {
  kind: 'channel-shut',
  place: { in: 'direct message' },
  priority: 3,
  draw: ({ release, facts, params }) => {
    const { since } = shutParams.parse(params)
    const { zone } = facts.product
    const { channel } = release
    if (!channel?.id || isOver(release)) return null
    if (channel.archived?.getTime() !== since) {
      const news = md`${release.key}: its channel is there again`
      return message(news, [headline(news)], zone)
    }
    const news = md`${release.key}: its channel is archived`
    const told = md`Since ${when(channel.archived, zone)} its cards stand still; asks and reminders go on here.`
    const helps = md`Unarchive ${channelLink(channel.id)} and they are right again at once.`
    return message(news, [headline(news), section(md`${told} ${helps}`)], zone)
  },
}
