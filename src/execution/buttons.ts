import { acts as releaseActs } from '../releases/contract.ts'
import type { Release } from '../releases/release.ts'
import { actions, button } from '../slack/blocks.ts'
import { acts } from './contract.ts'
import type { Step } from './execution.ts'
import { shareWords } from './plan.ts'
import { currentStep, exposureOf, phasesOf } from './progress.ts'

const idsOf = (release: Release, more: Readonly<Record<string, number>> = {}) =>
  JSON.stringify({ release: release.id, ...more })

/** What can be done about the run-of-show now, at most four; nothing when it is over. */
export function runButtons(release: Release, now: Date) {
  const step = currentStep(release)
  const narrower = exposureOf(release).share > 0 && narrowButton(release)
  if (release.state === 'verifying')
    return actions([openButton(release, now), narrower, rollBackButton(release)])
  if (release.state !== 'executing' || !step) return null
  if (release.hold) return actions([resumeButton(release), narrower, rollBackButton(release)])
  const acts = step.kind === 'open' ? [openButton(release, now), narrower] : stepButtons(release, step)
  return actions([...acts, holdButton(release), rollBackButton(release)])
}

/** Of a step that is being done: that it is done, or that it failed; of a failed one, that it is tried again. */
export const stepButtons = (release: Release, step: Step) => [
  doneButton(release, step),
  step.state === 'failed' ? retryButton(release, step) : failedButton(release, step),
]

/** Asks before it starts, because that pings many. */
export const startButton = (release: Release) =>
  release.state === 'cleared' && !release.hold
    ? actions([button({ text: 'Start…', action: acts.openStart, value: idsOf(release) })])
    : null

export const doneButton = (release: Release, { number, title }: Step) =>
  button({
    text: `${number} done`,
    action: acts.done,
    value: idsOf(release, { number }),
    style: 'primary',
    spoken: `${number} ${title}: done`,
  })

export const failedButton = (release: Release, { number, title }: Step) =>
  button({
    text: `${number} failed…`,
    action: acts.openFailed,
    value: idsOf(release, { number }),
    spoken: `${number} ${title}: failed`,
  })

export const retryButton = (release: Release, { number, title }: Step) =>
  button({
    text: `Try ${number} again`,
    action: acts.retry,
    value: idsOf(release, { number }),
    spoken: `Try ${number} ${title} again`,
  })

export const takeButton = (release: Release, { number, title }: Step) =>
  button({
    text: 'I take it',
    action: acts.take,
    value: idsOf(release, { number }),
    spoken: `I take ${number} ${title}`,
  })

/** Opens the next phase; before its time it stands there too, and asks once. */
export function openButton(release: Release, now: Date) {
  const { next } = exposureOf(release)
  if (!next || release.hold) return null
  return button({
    text: `Open to ${shareWords(next.share)}`,
    action: acts.open,
    value: idsOf(release, { share: next.share }),
    ...(next.at && next.at <= now && { style: 'primary' as const }),
  })
}

export const narrowButton = (release: Release) =>
  phasesOf(release).length > 0 && button({ text: 'Narrow…', action: acts.openNarrow, value: idsOf(release) })

export const rollBackButton = (release: Release) =>
  button({ text: 'Roll back…', action: acts.openRollBack, value: idsOf(release) })

export const fixButton = (release: Release) =>
  button({ text: 'Fix forward…', action: acts.openFix, value: idsOf(release) })

export const holdButton = (release: Release) =>
  button({ text: 'Hold…', action: releaseActs.openHold, value: idsOf(release) })

const resumeButton = (release: Release) =>
  button({ text: 'Resume', action: releaseActs.resume, value: idsOf(release) })
