import type { Waiting } from '../feature.ts'
import { askedInstead } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, md } from '../slack/blocks.ts'
import { doneButton, failedButton, openButton, retryButton, startButton } from './buttons.ts'
import type { Step } from './execution.ts'
import { plannedStart } from './plan.ts'
import { behind, currentStep, exposureOf, nextPhase, ownersOf } from './progress.ts'
import { titleOf } from './words.ts'

/** The start of whoever runs it, the current step and the next opening of their owners. On hold nothing waits. */
export function waitingExecution(release: Release, facts: Facts, now: Date): Waiting[] {
  if (release.hold) return []
  if (release.state === 'cleared') return [waitingStart(release, facts, now)]
  const step = currentStep(release)
  if (step && step.kind !== 'open') return waitingStep(release, facts, now, step)
  return waitingPhase(release, facts, now)
}

function waitingStart(release: Release, facts: Facts, now: Date): Waiting {
  const due = plannedStart(release, facts)
  return {
    person: askedInstead(release, facts),
    release: release.id,
    kind: 'step',
    what: md`Start ${release.key}`,
    due,
    late: due < now,
    buttons: startButton(release),
  }
}

function waitingStep(release: Release, facts: Facts, now: Date, step: Step): Waiting[] {
  const second = step.state === 'failed' ? retryButton(release, step) : failedButton(release, step)
  return ownersOf(release, facts, step).map((person) => ({
    person,
    release: release.id,
    kind: 'step',
    what: titleOf(step),
    due: new Date(step.plannedAt.getTime() + step.lasts),
    late: behind(release, now) > 0,
    buttons: actions([doneButton(release, step), second]),
  }))
}

/** An opening waits from the moment at which its owner was asked. */
function waitingPhase(release: Release, facts: Facts, now: Date): Waiting[] {
  const next = nextPhase(release)
  const asked = release.execution.exposures.at(-1)?.askedAt
  const { soakUntil } = exposureOf(release)
  if (!next || !asked || (release.state !== 'executing' && release.state !== 'verifying')) return []
  return ownersOf(release, facts, next).map((person) => ({
    person,
    release: release.id,
    kind: 'phase',
    what: titleOf(next),
    due: soakUntil,
    late: soakUntil !== null && soakUntil < now,
    buttons: actions([openButton(release, now)]),
  }))
}
