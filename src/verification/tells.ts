import type { Release } from '../releases/release.ts'
import { type Md, md, quoted } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'
import { causeWords } from './incidents.ts'

export const tellsVerification: Tellers = {
  checkPassed: ({ number, note }, release) =>
    md`passed ${named(release, number)}${note && md`: ${quoted(note)}`}`,
  checkFailed: ({ number, why }, release) =>
    md`reported ${named(release, number)}, as failed: ${quoted(why)}`,
  releaseVerified: () => ({ unnamed: md`every check is done: it is verified` }),
  incidentReported: ({ name, caused, note }) =>
    md`reported incident ${name}, ${causeWords[caused]}${note && md`: ${quoted(note)}`}`,
  incidentCorrected: ({ name, caused, ended }) =>
    md`corrected incident ${name}: ${causeWords[caused]}, ${ended ? 'over' : 'going on'}`,
}

/** `check 3, Support tickets` */
function named({ verification }: Release, number: number): Md {
  const check = verification.checks.find((one) => one.number === number)
  return md`check ${number}${check && md`, ${check.title}`}`
}
