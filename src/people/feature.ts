import type { Feature } from '../feature.ts'
import { directoryEvents } from './slack.ts'
import { directoryJob, sweepNightly } from './worker.ts'

/** The directory of the workspace, and who fills which role. */
export const people: Feature = {
  name: 'people',
  events: directoryEvents,
  jobs: [directoryJob],
  tick: sweepNightly,
}
