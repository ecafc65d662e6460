import { Rejection } from '../errors.ts'
import { notOnHold } from '../execution/guards.ts'
import type { Actor } from '../people/people.ts'
import { onlyWhoRunsIt } from '../people/permissions.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { nextMorning } from '../time/mornings.ts'
import { isVerified, latestRound, openChecks } from '../verification/verification.ts'
import { askedAbout } from './asking.ts'

/** Whether only a word is missing: it is verified, or was rolled back. */
export const mayStart = (release: Release): boolean =>
  isVerified(release) || (release.state === 'reviewing' && release.review.period === null)

/** Begins the review: everyone concerned is asked, and the facts are gathered. */
export function startReview(release: Release, facts: Facts, now: Date, actor: Actor): ReleaseEvent[] {
  if (!mayStart(release)) {
    if (release.state === 'reviewing') return []
    throw notYet(release)
  }
  onlyWhoRunsIt(release, facts, actor, 'starts its review')
  notOnHold(release, facts, now)
  return [started(release, facts, now)]
}

/** Without a word it starts on the working morning after it was verified; after a rollback at once. */
export function startsByItself(release: Release, { product: { zone } }: Facts): Date | null {
  if (!mayStart(release) || release.hold) return null
  const verified = latestRound(release)?.verifiedAt
  if (release.state === 'reviewing' || !verified) return rolledBackAt(release)
  return nextMorning(verified, zone)
}

const rolledBackAt = ({ execution }: Release): Date | null => execution.exposures.at(-1)?.since ?? null

export function dueToStart(release: Release, facts: Facts, now: Date): ReleaseEvent[] {
  const at = startsByItself(release, facts)
  return at && at <= now ? [started(release, facts, now)] : []
}

/** Ends the review with what came. */
export function closeReview(release: Release, facts: Facts, _now: Date, actor: Actor): ReleaseEvent[] {
  if (release.state === 'closed') return []
  if (mayStart(release)) throw new Rejection(`${release.key} is not in review yet. Start it: /release review`)
  if (!release.review.period) throw notYet(release)
  onlyWhoRunsIt(release, facts, actor, 'closes its review')
  return [{ type: 'reviewClosed' }]
}

/** When it closes by itself; null when there is nothing to close. */
export const closesByItself = ({ state, review }: Release): Date | null =>
  state === 'reviewing' ? (review.period?.closes ?? null) : null

export function dueToClose(release: Release, _facts: Facts, now: Date): ReleaseEvent[] {
  const at = closesByItself(release)
  return at && at <= now ? [{ type: 'reviewClosed' }] : []
}

const started = (release: Release, facts: Facts, now: Date): ReleaseEvent => ({
  type: 'reviewStarted',
  closes: new Date(now.getTime() + facts.model.review.lasts),
  asked: askedAbout(release, facts),
})

function notYet(release: Release): Rejection {
  const { key, state } = release
  if (state === 'closed') return new Rejection(`${key} is closed; it was reviewed.`)
  if (state === 'cancelled') return new Rejection(`${key} was cancelled; nothing is reviewed.`)
  if (state !== 'verifying') return new Rejection(`${key} is ${state}. Its review comes once it is verified.`)
  const open = openChecks(release).length
  const missing = open === 1 ? '1 check is open' : `${open} checks are open`
  return new Rejection(`${key} is not verified yet: ${open > 0 ? missing : 'a check failed'}.`, {
    offers: [{ label: 'Show them', run: `verify ${key}` }],
  })
}
