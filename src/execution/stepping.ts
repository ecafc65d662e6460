import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { hasPart } from '../people/permissions.ts'
import { noteFrom, reasonFor } from '../releases/notes.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { goLive } from '../verification/verification.ts'
import { dueToAsk } from './asking.ts'
import type { Step } from './execution.ts'
import { goesForward, onlyItsOwner, theStep, waitsFor } from './guards.ts'
import { shareWords } from './plan.ts'
import { everyoneSince, upNext } from './progress.ts'

interface About {
  readonly number: number
}

/** A step is done: its owner says so, and the next one begins. */
export function finishStep(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { number, note }: About & { readonly note: string | null },
): ReleaseEvent[] {
  const step = theStep(release, number)
  if (step.state === 'done') return []
  itsTurn(release, facts, now, step)
  if (step.kind === 'open') throw opensByOpening(release, step)
  onlyItsOwner(release, facts, actor, step, `finishes step ${number}`)
  const finished: ReleaseEvent = { type: 'stepDone', number, note: noteFrom(note) }
  return [finished, ...whatFollows(release, facts, now, number)]
}

/** After the last fix everyone may have it already; before an open step its owner is asked as soon as it is time. */
function whatFollows(release: Release, facts: Facts, now: Date, number: number): ReleaseEvent[] {
  const steps = release.execution.steps.filter((step) => step.number !== number)
  if (upNext(steps) === undefined && everyoneSince(release)) return goLive(release, facts)
  return dueToAsk({ ...release, execution: { ...release.execution, steps } }, facts, now)
}

/** A step went wrong: it stays the current one until it is done after all. */
export function failStep(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { number, why }: About & { readonly why: string },
): ReleaseEvent[] {
  const step = theStep(release, number)
  if (step.state === 'failed') return []
  if (step.state === 'done') throw new Rejection(`Step ${number} is done.`)
  itsTurn(release, facts, now, step)
  onlyItsOwner(release, facts, actor, step, `ends step ${number}`)
  const reason = reasonFor(why, `Failed how? Like: /release step ${number} failed disk full`)
  return [{ type: 'stepFailed', number, why: reason }]
}

/** What went wrong is mended: the step is tried again. */
export function retryStep(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { number }: About,
): ReleaseEvent[] {
  const step = theStep(release, number)
  goesForward(release, facts, now)
  if (step.state !== 'failed') return []
  onlyItsOwner(release, facts, actor, step, `tries step ${number} again`)
  return [{ type: 'stepRetried', number }]
}

/** Somebody with a part says that a step is theirs, so that nobody else is asked. */
export function takeStep(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { number }: About,
): ReleaseEvent[] {
  const step = theStep(release, number)
  goesForward(release, facts, now)
  if (step.state === 'done') throw new Rejection(`Step ${number} is done.`)
  if (!hasPart(release, facts, actor.person))
    throw new Rejection('Only people with a part in it take a step.')
  return step.takenBy === actor.person ? [] : [{ type: 'stepTaken', number }]
}

function itsTurn(release: Release, facts: Facts, now: Date, step: Step) {
  goesForward(release, facts, now)
  const current = upNext(release.execution.steps)
  if (current && current.number !== step.number) throw waitsFor(release, facts, now, step, current)
}

function opensByOpening({ key }: Release, { number, share }: Step) {
  const words = share === 100 ? 'everyone' : `${share}%`
  return new Rejection(`Step ${number} is done by opening: /release open ${words}`, {
    offers: [{ label: `Open to ${shareWords(share ?? 0)}`, run: `open ${key} ${words}` }],
  })
}
