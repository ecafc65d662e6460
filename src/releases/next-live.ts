import { shareWords } from '../execution/plan.ts'
import { currentStep, exposureOf, nextPhase } from '../execution/progress.ts'
import { doing, whoDoes } from '../execution/words.ts'
import { nameOf, runnerName } from '../people/permissions.ts'
import { startsByItself } from '../reviews/reviewing.ts'
import { openActions, silent } from '../reviews/reviews.ts'
import { clip, day, type Md, md, when } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import { failedChecks, openChecks } from '../verification/verification.ts'
import { titleOf, whoChecks } from '../verification/words.ts'
import type { Facts, Release } from './release.ts'

/** The step, or the next opening with the time from which it may be. */
export function nextInExecution(release: Release, facts: Facts, now: Date): Md | null {
  const step = currentStep(release)
  if (!step) return null
  const who = whoDoes(step, release, facts)
  if (step.state === 'failed')
    return md`${who} tries step ${step.number} again, ${doing(step)}, or ${runnerName(release, facts)} rolls it back`
  return step.kind === 'open'
    ? nextOpening(release, facts, now)
    : md`${who} does step ${step.number}, ${doing(step)}`
}

/** `payments-lead opens it to 10 % from Tue 1 Dec, 17:00` */
function nextOpening(release: Release, facts: Facts, now: Date): Md | null {
  const phase = nextPhase(release)
  if (!phase) return null
  const { next } = exposureOf(release)
  const from = next?.at && next.at > now && md` from ${when(next.at, facts.product.zone)}`
  return md`${whoDoes(phase, release, facts)} opens it to ${shareWords(phase.share ?? 100)}${from}`
}

/** What failed, before what is taken back, before what nobody has looked at. */
export function nextInVerification(release: Release, facts: Facts): Md | null {
  const failed = failedChecks(release)
  if (failed.length > 0) {
    const numbers = listed(failed.map(({ number }) => String(number)))
    return md`${runnerName(release, facts)} fixes check ${numbers} forward or rolls back`
  }
  const phase = nextPhase(release)
  if (phase) return md`${whoDoes(phase, release, facts)} opens it to ${shareWords(phase.share ?? 100)} again`
  const [first, ...more] = openChecks(release)
  if (!first) return reviewStarts(release, facts)
  return md`${whoChecks(first, facts)} answers check ${titleOf(first)}${more.length > 0 && `, ${more.length} more`}`
}

function reviewStarts(release: Release, facts: Facts): Md {
  const itself = startsByItself(release, facts)
  return itself
    ? md`the review starts ${when(itself, facts.product.zone)}`
    : md`${runnerName(release, facts)} starts the review`
}

/** Ratings while they are taken; afterwards the actions, which outlive the release. */
export function nextInReview(release: Release, facts: Facts): Md | null {
  const { zone } = facts.product
  if (release.state === 'reviewing') {
    const { period } = release.review
    if (!period) return reviewStarts(release, facts)
    const open = silent(release).length
    const rate = open > 0 && md`${open} of ${release.review.asked.length} rate it; `
    return md`${rate}the review closes ${when(period.closes, zone)}`
  }
  const [first, ...more] = release.state === 'closed' ? openActions(release) : []
  if (!first) return null
  const what = md`action ${first.number}, ${clip(md`${first.what}`, 60)}, by ${day(first.due, zone)}`
  return md`${nameOf(facts, first.owner)} does ${what}${more.length > 0 && `; ${more.length} more`}`
}
