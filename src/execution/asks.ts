import type { PersonId } from '../people/people.ts'
import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, joined, type Md, md, mention, message, quoted, section, when } from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { duration } from '../time/durations.ts'
import { blockerOf } from './asking.ts'
import { holdButton, openButton, stepButtons, takeButton } from './buttons.ts'
import { askParams } from './contract.ts'
import type { Exposure, Step } from './execution.ts'
import { shareWords } from './plan.ts'
import { currentStep, lastExposure, nextPhase, ownersOf, soakOf, stepNumbered } from './progress.ts'
import { doing, titleOf } from './words.ts'

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

function drawStepAsk(step: Step, { release, facts, params }: Drawing) {
  const isAsked = currentStep(release)?.number === step.number
  const news = isAsked
    ? asking(step, release, facts, askParams.parse(params).by)
    : settled(step, release, facts)
  const owners = ownersOf(release, facts, step)
  const several = step.takenBy === null && owners.length > 1
  const buttons = [...stepButtons(release, step), several && takeButton(release, step), holdButton(release)]
  return message(news, [section(news), isAsked && !release.hold && actions(buttons)], facts.product.zone)
}

/** "@web-owner: 5 Deploy checkout-web is yours now, about 10 min." Whoever handed it over to themselves knows. */
function asking(step: Step, release: Release, facts: Facts, by: PersonId | null): Md {
  if (release.hold) return md`${titleOf(step)}: on hold, ${nameOf(facts, release.hold.by)}`
  const owners = ownersOf(release, facts, step)
  const whom = owners.length === 1 && owners[0] === by ? md`${nameOf(facts, by)}` : pinged(owners)
  if (step.state === 'failed') return md`${whom}: ${titleOf(step)} failed: ${quoted(step.failure ?? '')}`
  // The title of a fix is a sentence of its own.
  if (step.kind === 'fix') return md`${whom}: step ${step.number} is yours now, ${doing(step)}.`
  return md`${whom}: ${titleOf(step)} is yours now${step.lasts > 0 && md`, about ${duration(step.lasts)}`}.`
}

/** What is over has no buttons and says who did what, when: with its day, so that it need not be redrawn tomorrow. */
function settled(step: Step, release: Release, facts: Facts): Md {
  const { endedAt, endedBy, note } = step
  if (!endedAt) return md`${titleOf(step)}: not needed any more, ${release.key} is ${release.state}`
  const done = md`${titleOf(step)}: done ${when(endedAt, facts.product.zone)}, ${nameOf(facts, endedBy)}`
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
  const next = exposure === lastExposure(release) ? nextPhase(release) : undefined
  const isAsked = next !== undefined && !release.hold && !blockerOf(release, next)
  const news = isAsked ? askingToOpen(exposure, next, release, facts) : notAsked(exposure, release, facts)
  const buttons = isAsked && actions([openButton(release, now), holdButton(release)])
  return message(news, [section(news), buttons], facts.product.zone)
}

/** "@payments-lead: 10 % was watched for 18 h. Open to everyone?" */
function askingToOpen({ share }: Exposure, next: Step, release: Release, facts: Facts): Md {
  const watched = duration(soakOf(release, share))
  const reason =
    share > 0 ? md`${shareWords(share)} was watched for ${watched}.` : md`everything before it is done.`
  return md`${pinged(ownersOf(release, facts, next))}: ${reason} Open to ${shareWords(next.share ?? 0)}?`
}

/** What became of it: "Opened to 10 %, 17:10, payments-lead"; else what it waits for. */
function notAsked({ number }: Exposure, release: Release, facts: Facts): Md {
  const after = release.execution.exposures[number + 1]
  if (!after) return waiting(release, facts)
  const undone = release.outcome === 'rolled back' && after === lastExposure(release)
  const to = `${after.share > after.from ? 'Opened' : 'Narrowed'} to ${shareWords(after.share)}`
  const told = [undone ? 'Rolled back' : to, when(after.since, facts.product.zone), nameOf(facts, after.by)]
  return joined(told, ', ')
}

function waiting(release: Release, facts: Facts): Md {
  if (release.hold) return md`Opening further: on hold, ${nameOf(facts, release.hold.by)}`
  const next = nextPhase(release)
  const blocker = next && blockerOf(release, next)
  return md`Opening further waits${blocker && md` for step ${blocker.number}`}`
}

const pinged = (people: readonly string[]): Md => joined(people.slice(0, mostMentioned).map(mention), ' ')
