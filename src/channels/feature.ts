import type { Changed, Effect, Feature } from '../feature.ts'
import { askedInstead } from '../people/permissions.ts'
import type { Recorded } from '../releases/release.ts'
import { archiveJob } from './archive.ts'
import { evolveByHand } from './by-hand.ts'
import { archives, dueToArchive, evolveChannels } from './channels.ts'
import { lookForHomes } from './home-channel.ts'
import { awayNotice } from './home-channel-notice.ts'
import { provisionJob } from './provision.ts'
import { shutNotice } from './shut-notice.ts'
import { channelEvents, tryAgainPressed } from './slack.ts'
import { channelsPart, writeChannels } from './store.ts'
import { tellsChannels } from './tells.ts'
import { topicJob } from './topic.ts'
import { missingNotice } from './views.ts'
import { sweepChannels } from './worker.ts'

/** Every release has one channel: made when preparing begins, kept true, archived some days after the end. */
export const channels: Feature = {
  name: 'channels',
  part: channelsPart,
  evolve: { ...evolveChannels, ...evolveByHand },
  write: writeChannels,
  tells: tellsChannels,
  react: follow,
  due: dueToArchive,
  wakes: (release, facts) => [archives(release, facts)].filter((at) => at !== null),
  actions: [tryAgainPressed],
  events: channelEvents,
  surfaces: [missingNotice, shutNotice],
  jobs: [provisionJob, topicJob, archiveJob],
  tick: sweepChannels,
}

/** The channels that hear of all releases: found once and kept; when one is away, somebody is told and its news waits. */
export const homeChannels: Feature = {
  name: 'home channels',
  surfaces: [awayNotice],
  tick: lookForHomes,
}

function follow({ before, after, facts, events }: Changed): Effect[] {
  const payload = { workspace: after.workspace, release: after.id }
  const told = (type: string) => events.some((event) => event.type === type)
  const retitled =
    told('channelReopened') ||
    before?.state !== after.state ||
    before?.hold !== after.hold ||
    before?.target !== after.target
  return [
    ...(told('preparingBegan') ? [{ job: 'provision', payload }] : []),
    ...(retitled && after.channel?.id && !told('channelOpened') ? [{ job: 'topic', payload }] : []),
    ...(told('channelArchived') ? [{ job: 'archive', payload }] : []),
    ...events.flatMap((event): Effect[] => {
      const notice = noticeOf(event)
      return notice ? [{ ...notice, key: String(event.seq), person: askedInstead(after, facts) }] : []
    }),
  ]
}

/** What whoever runs the release is told. */
function noticeOf(event: Recorded) {
  if (event.type === 'channelProvisioned')
    return { post: missingNotice.kind, params: { missing: event.missing } }
  if (event.type === 'channelShut') return { post: shutNotice.kind, params: { since: event.at.getTime() } }
  return null
}
