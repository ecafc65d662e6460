import { isOver } from '../releases/lifecycle.ts'
import type { Evolvers, Release, ReleaseEvent } from '../releases/release.ts'

declare module '../releases/release.ts' {
  interface ReleaseEvents {
    /** Its channel was archived by hand, though people still work in it. */
    channelShut: Record<never, never>
    channelReopened: Record<never, never>
  }
}

export const evolveByHand: Evolvers = {
  channelShut: (release, { at }) => ({
    ...release,
    channel: release.channel && { ...release.channel, archived: at },
  }),
  channelReopened: (release) => ({
    ...release,
    channel: release.channel && { ...release.channel, archived: null },
  }),
}

/** After the end anybody may put the channel away, and bring it out again: nobody needs to know. */
export function shut(release: Release): ReleaseEvent[] {
  return isOver(release) || !release.channel?.id || release.channel.archived ? [] : [{ type: 'channelShut' }]
}

export function reopened(release: Release): ReleaseEvent[] {
  return isOver(release) || !release.channel?.archived ? [] : [{ type: 'channelReopened' }]
}
