import { isOver } from '../releases/lifecycle.ts'
import type { Evolvers, Release, ReleaseEvent } from '../releases/release.ts'
import type { Shut } from './channels.ts'

declare module '../releases/release.ts' {
  interface ReleaseEvents {
    /** Somebody archived its channel or removed Shipshape from it, though people still work in it. */
    channelShut: { readonly why: Shut }
    channelReopened: Record<never, never>
  }
}

export const evolveByHand: Evolvers = {
  channelShut: (release, { at, why }) => ({
    ...release,
    channel: release.channel && { ...release.channel, shut: { why, since: at } },
  }),
  channelReopened: (release) => ({
    ...release,
    channel: release.channel && { ...release.channel, shut: null },
  }),
}

/** After the end anybody may put the channel away: nobody needs to know. */
export const shut =
  (why: Shut) =>
  (release: Release): ReleaseEvent[] => {
    const { channel } = release
    if (isOver(release) || !channel?.id || channel.archived || channel.shut) return []
    return [{ type: 'channelShut', why }]
  }

export const reopened = ({ channel }: Release): ReleaseEvent[] =>
  channel?.shut ? [{ type: 'channelReopened' }] : []
