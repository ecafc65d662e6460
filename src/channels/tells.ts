import { channelLink, md } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'

export const tellsChannels: Tellers = {
  channelOpened: ({ channel }) => md`made the channel ${channelLink(channel)}`,
  channelProvisioned: ({ missing }) =>
    md`set the channel up, but Slack refused ${Object.keys(missing).join(' and ')}`,
  channelArchived: () => md`archived the channel`,
  channelShut: ({ why }) => ({
    unnamed:
      why === 'archived'
        ? md`somebody archived the channel`
        : md`somebody removed Shipshape from the channel`,
  }),
  channelReopened: () => ({ unnamed: md`the channel was there again` }),
}
