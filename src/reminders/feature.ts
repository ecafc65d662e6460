import type { Changed, Feature } from '../feature.ts'
import { concernedBy, whoseListChanged } from '../home/mine.ts'
import type { PersonId } from '../people/people.ts'
import { whoHas } from '../surfaces/store.ts'
import { evolveApproaching, reminded } from './approaching.ts'
import { morningMessage } from './morning-message.ts'
import { approachesPart, writeApproaches } from './store.ts'
import { tellsReminders } from './tells.ts'
import { againJob, morningJob, tickMornings } from './worker.ts'

/** Whose list a change touched, and who was told what is still open in the release. */
function whoseMorningChanged(features: readonly Feature[], change: Changed): PersonId[] {
  const { before, after, facts } = change
  const told = [before, after].flatMap((release) => (release && reminded(release, facts)) ?? [])
  return [...new Set([...whoseListChanged(features, change), ...told])]
}

/**
 * To each person, on their working morning: one message with everything of these features that is due, and, for
 * whoever runs a release, with what is still open as its target comes nearer.
 */
export const remindersOver = (features: readonly Feature[]): Feature => ({
  name: 'reminders',
  part: approachesPart,
  evolve: evolveApproaching,
  write: writeApproaches,
  tells: tellsReminders,
  tasks: async (tx, change) => {
    const { workspace } = change.after
    const told = await whoHas(tx, workspace, morningMessage.kind, concernedBy(change))
    const touched = told.length > 0 ? whoseMorningChanged(features, change) : []
    const people = told.filter((person) => touched.includes(person))
    return people.length > 0 ? [{ job: againJob.name, payload: { workspace, people } }] : []
  },
  surfaces: [morningMessage],
  jobs: [morningJob, againJob],
  tick: tickMornings,
})
