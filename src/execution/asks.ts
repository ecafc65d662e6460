import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, joined, type Md, md, mention, message, quoted, section } from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { duration } from '../time/durations.ts'
import { holdButton, openButton, stepButtons, takeButton } from './buttons.ts'
import type { Exposure, Step } from './execution.ts'
import { shareWords } from './plan.ts'
import { currentStep, lastExposure, nextPhase, ownersOf, stepNumbered } from './progress.ts'
import { timeShown, titleOf } from './words.ts'

const inThread = { place: { in: 'thread', under: 'run-of-show' }, priority: 1 } as const
const mostMentioned = 5

/** The one ping of a step: its owner is told in the thread that it is theirs now. Its key is the step's number. */
export const stepAsk: OfRelease = {
  kind: 'step-ask',
  ...inThread,
  draw: (drawing) => {
    const step = stepNumbered(drawing.release, Number(drawing.key))
    return step ? drawStepAsk(step, drawing) : null
  },
}

function drawStepAsk(step: Step, { release, facts, now }: Drawing) {
  const isAsked = currentStep(release)?.number === step.number
  const news = isAsked ? asking(step, release, facts) : settled(step, release, facts, now)
  const owners = ownersOf(release, facts, step)
  const several = step.takenBy === null && owners.length > 1
  const buttons = [...stepButtons(release, step), several && takeButton(release, step), holdButton(release)]
  return message(news, [section(news), isAsked && !release.hold && actions(buttons)], facts.product.zone)
}

/** "@web-owner: 5 Deploy checkout-web is yours now, about 10 min." */
function asking(step: Step, release: Release, facts: Facts): Md {
  if (release.hold) return md`${titleOf(step)}: on hold, ${nameOf(facts, release.hold.by)}`
  const whom = pinged(ownersOf(release, facts, step))
  if (step.state === 'failed') return md`${whom}: ${titleOf(step)} failed: ${quoted(step.failure ?? '')}`
  return md`${whom}: ${titleOf(step)} is yours now${step.lasts > 0 && md`, about ${duration(step.lasts)}`}.`
}

/** What is over has no buttons and says who did what, when. */
function settled(step: Step, release: Release, facts: Facts, now: Date): Md {
  const { endedAt, endedBy, note } = step
  if (!endedAt) return md`${titleOf(step)}: not needed any more, ${release.key} is ${release.state}`
  const done = md`${titleOf(step)}: done ${timeShown(endedAt, now, facts)}, ${nameOf(facts, endedBy)}`
  return note ? md`${done}: ${quoted(note)}` : done
}

/** Asks to open further once that was watched long enough. Its key is the exposure that was watched. */
export const openAsk: OfRelease = {
  kind: 'open-ask',
  ...inThread,
  draw: (drawing) => {
    const exposure = drawing.release.execution.exposures[Number(drawing.key)]
    return exposure ? drawOpenAsk(exposure, drawing) : null
  },
}

function drawOpenAsk(exposure: Exposure, { release, facts, now }: Drawing) {
  const { zone } = facts.product
  const next = nextPhase(release)
  const isAsked = exposure === lastExposure(release) && next !== undefined && !release.hold
  if (!isAsked) {
    const news = moved(exposure, release, facts, now)
    return message(news, [section(news)], zone)
  }
  const whom = pinged(ownersOf(release, facts, next))
  const watched = duration(exposure.soakUntil.getTime() - exposure.since.getTime())
  const reason =
    exposure.share > 0
      ? md`${shareWords(exposure.share)} was watched for ${watched}.`
      : md`everything before it is done.`
  const news = md`${whom}: ${reason} Open to ${shareWords(next.share ?? 0)}?`
  return message(news, [section(news), actions([openButton(release, now), holdButton(release)])], zone)
}

/** "Opened to 10 %, 17:10, payments-lead", "Narrowed to 1 %, ...", or that it waits. */
function moved({ number }: Exposure, release: Release, facts: Facts, now: Date): Md {
  const after = release.execution.exposures[number + 1]
  if (!after) return md`Opening further: on hold${release.hold && md`, ${nameOf(facts, release.hold.by)}`}`
  const undone = release.outcome === 'rolled back' && after === lastExposure(release)
  const to = `${after.share > after.from ? 'Opened' : 'Narrowed'} to ${shareWords(after.share)}`
  const told = [undone ? 'Rolled back' : to, timeShown(after.since, now, facts), nameOf(facts, after.by)]
  return joined(told, ', ')
}

const pinged = (people: readonly string[]): Md => joined(people.slice(0, mostMentioned).map(mention), ' ')
