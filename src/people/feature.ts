import type { Changed, Feature, Post } from '../feature.ts'
import { whoRuns } from './permissions.ts'
import { directoryEvents } from './slack.ts'
import { dueOnRoles, evolveUnfilled, wakesOnRoles } from './unfilled.ts'
import { unfilledPart, writeUnfilled } from './unfilled-store.ts'
import { tellsUnfilled } from './unfilled-tells.ts'
import { unfilledNotice } from './unfilled-view.ts'
import { directoryJob, sweepNightly } from './worker.ts'

/** The directory of the workspace, and who fills which role. */
export const people: Feature = {
  name: 'people',
  events: directoryEvents,
  jobs: [directoryJob],
  tick: sweepNightly,
}

/** Whoever runs a release hears once of a role that nobody fills any more. */
export const roles: Feature = {
  name: 'roles',
  part: unfilledPart,
  evolve: evolveUnfilled,
  write: writeUnfilled,
  due: dueOnRoles,
  wakes: wakesOnRoles,
  react: tellUnfilled,
  tells: tellsUnfilled,
  surfaces: [unfilledNotice],
}

function tellUnfilled({ after, facts, events }: Changed): Post[] {
  const runner = whoRuns(after, facts)
  const told = runner ? [runner] : facts.admins
  return events.flatMap((event) => {
    if (event.type !== 'rolesUnfilled') return []
    const { seq, roles } = event
    return told.map((person) => ({
      post: unfilledNotice.kind,
      key: `${seq}:${person}`,
      person,
      params: { roles },
    }))
  })
}
