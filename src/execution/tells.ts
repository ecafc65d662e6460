import type { Release } from '../releases/release.ts'
import { type Md, md, quoted, when } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'
import { shareWords } from './plan.ts'
import { stepNumbered } from './progress.ts'

export const tellsExecution: Tellers = {
  releaseStarted: ({ steps }) => md`started it: ${steps.length} steps`,
  stepTaken: ({ number }, release) => md`took ${named(release, number)}`,
  stepDone: ({ number, note }, release) =>
    md`finished ${named(release, number)}${note && md`: ${quoted(note)}`}`,
  stepFailed: ({ number, why }, release) => md`reported ${named(release, number)}, as failed: ${quoted(why)}`,
  stepRetried: ({ number }, release) => md`retried ${named(release, number)}`,
  openingAsked: () => ({ unnamed: md`it was watched long enough to open further` }),
  watchWentOn: ({ exposure, soakUntil }, { execution }, { product }) => {
    const share = execution.exposures[exposure]?.share ?? 0
    return { unnamed: md`${shareWords(share)} is watched until ${when(new Date(soakUntil), product.zone)}` }
  },
  opened: ({ share, early }) => md`opened it to ${shareWords(share)}${early && md`, earlier than planned`}`,
  narrowed: ({ share, why }) => md`narrowed it to ${shareWords(share)}${why && md`: ${quoted(why)}`}`,
  liveForEveryone: () => ({ unnamed: md`everyone has it` }),
  fixedForward: ({ why }) => md`chose to fix it forward: ${quoted(why)}`,
  releaseRolledBack: ({ why }) => md`rolled it back: ${quoted(why)}`,
}

/** `step 4, Deploy payments-api` */
function named(release: Release, number: number): Md {
  const step = stepNumbered(release, number)
  return md`step ${number}${step && md`, ${step.title}`}`
}
