import type { Facts, Release } from '../releases/release.ts'
import { clip, joined, type Md, md, when } from '../slack/blocks.ts'
import type { Step } from './execution.ts'
import { shareWords } from './plan.ts'
import { behind, currentStep, everyoneSince, exposureOf, lastExposure } from './progress.ts'
import { behindWords, doing, nextWords, openWords } from './words.ts'

/** Line one of the run-of-show: where it stands, and what is not as planned. */
export function runNews(release: Release, facts: Facts, now: Date): Md {
  const step = currentStep(release)
  const { key, hold } = release
  if (!step) return executionLine(release, facts) ?? md`${key} is ${release.state}`
  if (hold) return md`${key} is on hold at ${placeOf(release, step)}, ${doing(step)}`
  if (step.state === 'failed') return md`${key}: ${placeOf(release, step)} failed, ${doing(step)}`
  const watched = isWatched(release, step, now) && executionLine(release, facts)
  if (watched) return watched
  const late = behindWords(behind(release, now))
  return md`${key}: ${joined([md`${placeOf(release, step)}, ${doing(step)}`, late], ', ')}`
}

const placeOf = ({ execution }: Release, { number }: Step) => md`step ${number} of ${execution.steps.length}`

/** Somebody has it, and it is being watched before it is opened further. */
function isWatched(release: Release, step: Step, now: Date): boolean {
  const { share, soakUntil } = exposureOf(release)
  return step.kind === 'open' && share > 0 && soakUntil !== null && now < soakUntil
}

/**
 * What everybody may know of the execution, as the announcement says it: `payments-2.4.0 is open to 10 %, everyone
 * from Wed 11:00`. Null while nobody has it.
 */
export function executionLine(release: Release, facts: Facts): Md | null {
  const { zone } = facts.product
  const { key, outcome, outcomeReason } = release
  const last = lastExposure(release)
  if (!last) return null
  if (outcome === 'rolled back') {
    const why = outcomeReason && md`: ${clip(md`${outcomeReason}`, 140)}`
    return md`${key} was rolled back ${when(last.since, zone)}${why}`
  }
  const everyone = everyoneSince(release)
  if (everyone) return md`${key} is live for everyone since ${when(everyone, zone)}`
  if (last.share < last.from)
    return md`${key} was narrowed to ${shareWords(last.share)}${nextWords(release, facts)}`
  return last.share > 0 ? md`${key} is ${openWords(release, facts)}` : null
}
