import type { Feature } from '../feature.ts'
import { digestMessage } from './message.ts'
import { tickDigests } from './worker.ts'

/** The day's releases, told to each home channel on its working mornings. */
export const digests: Feature = {
  name: 'digests',
  surfaces: [digestMessage],
  tick: tickDigests,
}
