import { Rejection } from '../errors.ts'
import { watchGoesOn } from '../execution/asking.ts'
import { momentOf } from '../models/offsets.ts'
import type { Actor } from '../people/people.ts'
import { hasPart, mayBeHeld, nameOf, onlyWhoRunsIt } from '../people/permissions.ts'
import { reasonFor } from './notes.ts'
import type { Evolvers, Facts, Release, ReleaseEvent, State } from './release.ts'

declare module './release.ts' {
  interface ReleaseEvents {
    preparingBegan: Record<never, never>
    releaseHeld: { readonly why: string }
    releaseResumed: Record<never, never>
    releaseCancelled: { readonly why: string }
  }
}

export const evolveLifecycle: Evolvers = {
  preparingBegan: (release) => ({ ...release, state: 'preparing' }),
  releaseHeld: (release, { at, by, why }) => ({
    ...release,
    hold: { since: at, by: by.person ?? release.manager, why },
  }),
  releaseResumed: (release) => ({ ...release, hold: null }),
  releaseCancelled: (release, { at, why }) => ({
    ...release,
    state: 'cancelled',
    outcome: 'cancelled',
    outcomeReason: why,
    endedAt: at,
    hold: null,
  }),
}

const over: readonly State[] = ['closed', 'cancelled']
const beforeDeploying: readonly State[] = ['planned', 'preparing', 'deciding', 'cleared']

export const isOver = (release: Release) => over.includes(release.state)
export const nothingDeployed = (release: Release) => beforeDeploying.includes(release.state)

/** When it stops being only a plan: the model's lead time before the target. */
export const preparingBegins = (release: Release, facts: Facts): Date =>
  momentOf(facts.model.lead, release.target, facts.product.zone)

/** The clock's part: a planned release whose lead time has come begins to prepare. */
export function dueToPrepare(release: Release, facts: Facts, now: Date): ReleaseEvent[] {
  if (release.state !== 'planned' || release.hold || preparingBegins(release, facts) > now) return []
  return [{ type: 'preparingBegan' }]
}

/** Stops one release. The safe way: everyone with a part may, and nothing is asked first. */
export function hold(release: Release, facts: Facts, _now: Date, actor: Actor, why: string): ReleaseEvent[] {
  notOver(release)
  if (!hasPart(release, facts, actor.person))
    throw new Rejection('Only people with a part in it hold a release.')
  if (!mayBeHeld(release)) throw new Rejection(`${release.key} is in review: there is nothing to hold.`)
  const reason = reasonFor(why, 'Hold it because of what? Like: /release hold refund errors')
  return release.hold ? [] : [{ type: 'releaseHeld', why: reason }]
}

export function resume(release: Release, facts: Facts, now: Date, actor: Actor): ReleaseEvent[] {
  notOver(release)
  onlyWhoRunsIt(release, facts, actor, 'resumes it')
  return release.hold ? [{ type: 'releaseResumed' }, ...watchGoesOn(release, now)] : []
}

/** Only while nothing is deployed; afterwards there is rolling back. */
export function cancel(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  why: string,
): ReleaseEvent[] {
  if (release.state === 'cancelled') return []
  notOver(release)
  onlyWhoRunsIt(release, facts, actor, 'cancels it')
  if (!nothingDeployed(release))
    throw new Rejection('It is deployed already. Undo it: /release rollback <why>')
  const reason = reasonFor(why, 'Cancel it why? Like: /release cancel merged into 2.5.0')
  return [{ type: 'releaseCancelled', why: reason }]
}

function notOver(release: Release) {
  if (release.state === 'closed')
    throw new Rejection(`${release.key} is closed: ${release.outcome}. Nothing changes any more.`)
  if (release.state === 'cancelled')
    throw new Rejection(`${release.key} was cancelled. Its version may be planned again.`)
}

/** "On hold since …, ops-oncall" names who to ask. */
export const heldBy = (release: Release, facts: Facts) =>
  release.hold ? nameOf(facts, release.hold.by) : null
