import type { Feature } from '../feature.ts'
import { evolveVerification } from './events.ts'
import { verificationPart, writeVerification } from './store.ts'

export const verification: Feature = {
  name: 'verification',
  part: verificationPart,
  evolve: evolveVerification,
  write: writeVerification,
}
