import type { Feature } from '../feature.ts'
import { whoseListChanged } from '../home/mine.ts'
import { dueToApproach, evolveApproaching, wakesToApproach } from './approaching.ts'
import { approachingMessage } from './approaching-view.ts'
import { morningMessage } from './morning-message.ts'
import { approachesPart, writeApproaches } from './store.ts'
import { tellsReminders } from './tells.ts'
import { againJob, morningJob, tickMornings } from './worker.ts'

/** To the release manager, as the target comes nearer: what is still open, once per reminder of the model. */
export const approaching: Feature = {
  name: 'approaching',
  part: approachesPart,
  evolve: evolveApproaching,
  write: writeApproaches,
  due: dueToApproach,
  wakes: wakesToApproach,
  tells: tellsReminders,
  react: ({ events, after }) =>
    events
      .filter(({ type }) => type === 'targetApproaching')
      .map(({ seq }) => ({ post: approachingMessage.kind, key: String(seq), person: after.manager })),
  surfaces: [approachingMessage],
}

/** To each person, on their working morning: one message with everything of these features that is due. */
export const remindersOver = (features: readonly Feature[]): Feature => ({
  name: 'reminders',
  react: (change) => {
    const people = whoseListChanged(features, change)
    const payload = { workspace: change.after.workspace, people }
    return people.length > 0 ? [{ job: againJob.name, payload }] : []
  },
  surfaces: [morningMessage],
  jobs: [morningJob, againJob],
  tick: tickMornings,
})
