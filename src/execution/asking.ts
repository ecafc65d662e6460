import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import type { Exposure, Step } from './execution.ts'
import { lastExposure, nextPhase, watchLeft } from './progress.ts'

/** The clock's part: what users have now was watched long enough, so the owner of the next phase is asked, once. */
export function dueToAsk(release: Release, _facts: Facts, now: Date): ReleaseEvent[] {
  const asks = awaitsOpening(release)
  if (!asks || asks.soakUntil > now) return []
  return [{ type: 'openingAsked', exposure: asks.number }]
}

/** Time on hold is not time watched: what was left of the watch begins when the release goes on. */
export function watchGoesOn(release: Release, now: Date): ReleaseEvent[] {
  const left = watchLeft(release)
  const last = lastExposure(release)
  if (left === null || !last) return []
  return [{ type: 'watchWentOn', exposure: last.number, soakUntil: new Date(now.getTime() + left) }]
}

/** When somebody is to be asked to open further. */
export function wakesToAsk(release: Release): readonly Date[] {
  const asks = awaitsOpening(release)
  return asks ? [asks.soakUntil] : []
}

/** The exposure whose end is the next thing to happen, unless its owner was asked already. */
function awaitsOpening(release: Release): Exposure | null {
  const last = lastExposure(release)
  const next = nextPhase(release)
  if (!last || !next || last.askedAt || release.hold || notMoving(release)) return null
  // Narrowed to nobody, it is the release manager's to say how it goes on.
  if (last.share === 0 && last.number > 0) return null
  return blockerOf(release, next) ? null : last
}

const notMoving = ({ state }: Release) => state !== 'executing' && state !== 'verifying'

/** What must be done before this phase may be opened: every fix, and every step with a smaller number. */
export const blockerOf = (release: Release, phase: Step): Step | undefined =>
  release.execution.steps.find(
    ({ number, kind, state }) =>
      state !== 'done' && number !== phase.number && (kind === 'fix' || number < phase.number),
  )
