import { isOver } from '../releases/lifecycle.ts'
import { channelLink, headline, type Md, md, message, section, when } from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import type { Shut } from './channels.ts'
import { shutParams } from './contract.ts'

/** Tells whoever runs the release that its channel is shut, and what helps; settled once it is there again. */
export const shutNotice: OfRelease = {
  kind: 'channel-shut',
  place: { in: 'direct message' },
  priority: 3,
  draw: ({ release, facts, params }) => {
    const shutAt = shutParams.parse(params).since
    const { zone } = facts.product
    const { channel } = release
    if (!channel?.id || isOver(release)) return null
    const { shut } = channel
    if (shut?.since.getTime() !== shutAt) {
      const news = md`${release.key}: its channel is there again`
      return message(news, [headline(news)], zone)
    }
    const { is, still, helps } = told[shut.why]
    const news = md`${release.key}: ${is}`
    const since = md`Since ${when(shut.since, zone)} ${still}; asks and reminders go on here.`
    return message(news, [headline(news), section(md`${since} ${helps(channelLink(channel.id))}`)], zone)
  },
}

interface Words {
  readonly is: Md
  readonly still: Md
  readonly helps: (channel: Md) => Md
}

const told: Readonly<Record<Shut, Words>> = {
  archived: {
    is: md`its channel is archived`,
    still: md`its cards stand still`,
    helps: (channel) => md`Unarchive ${channel}, and they are right again at once.`,
  },
  'not invited': {
    is: md`Shipshape is not in its channel`,
    still: md`nothing new is posted there`,
    helps: (channel) => md`Invite @shipshape to ${channel}, and what waits is posted at once.`,
  },
}
