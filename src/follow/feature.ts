import type { Feature } from '../feature.ts'
import { evolveFollow } from './follow.ts'
import { tellFollowers } from './react.ts'
import { followCommand, followPressed, unfollowCommand, unfollowPressed } from './slack.ts'
import { followPart, writeFollow } from './store.ts'
import { tellsFollow } from './tells.ts'
import { decidedMessage, liveMessage, troubleMessage } from './views.ts'

/** Hearing how a release goes without joining its channel: decided, live for everyone, trouble. */
export const follow: Feature = {
  name: 'follow',
  part: followPart,
  evolve: evolveFollow,
  write: writeFollow,
  react: tellFollowers,
  tells: tellsFollow,
  commands: [followCommand, unfollowCommand],
  actions: [followPressed, unfollowPressed],
  surfaces: [decidedMessage, liveMessage, troubleMessage],
}
