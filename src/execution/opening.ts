import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { hasPart } from '../people/permissions.ts'
import { noteFrom } from '../releases/notes.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { goLive } from '../verification/verification.ts'
import { blockerOf } from './asking.ts'
import type { Step } from './execution.ts'
import { notOnHold, onlyItsOwner, timeOf, waitsFor } from './guards.ts'
import { shareWords } from './plan.ts'
import { exposureOf, nextPhase, phasesOf, soakOf } from './progress.ts'

export type WantedShare = number | 'next' | 'everyone'

interface Opening {
  readonly share: WantedShare
  /** For narrowing. */
  readonly why: string | null
  /** The exposure whose watch the person agreed to cut short, having been asked. */
  readonly cutShort: number | null
}

/** Makes it available to a share of users: a wider one, or the safe way, a narrower one. */
export function openTo(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { share, why, cutShort }: Opening,
): ReleaseEvent[] {
  running(release)
  const wanted = shareMeant(release, share)
  const open = exposureOf(release)
  if (wanted === null || wanted === open.share) return []
  if (wanted < open.share) return narrow(release, facts, now, actor, { share: wanted, why })
  return widen(release, facts, now, actor, { share: wanted, cutShort })
}

/** For who means to narrow, whatever happened meanwhile: never opens anything wider. */
export function narrowTo(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { share, why }: { readonly share: number; readonly why: string | null },
): ReleaseEvent[] {
  running(release)
  return share < exposureOf(release).share ? narrow(release, facts, now, actor, { share, why }) : []
}

/** The share in percent; null when everyone has it and `next` was said. */
export function shareMeant(release: Release, share: WantedShare): number | null {
  if (share === 'everyone') return 100
  return share === 'next' ? (nextPhase(release)?.share ?? null) : share
}

/** Whether opening this far now would cut the watch of what users have short, or skip a phase. */
export function opensEarly(release: Release, share: WantedShare, now: Date): boolean {
  const wanted = shareMeant(release, share)
  const open = exposureOf(release)
  if (wanted === null || wanted <= open.share || !open.soakUntil) return false
  return now < open.soakUntil || nextPhase(release)?.share !== wanted
}

/** Back to fewer users. Everyone with a part may, at any time, also on hold; the watch begins anew. */
function narrow(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { share, why }: { readonly share: number; readonly why: string | null },
): ReleaseEvent[] {
  if (!hasPart(release, facts, actor.person))
    throw new Rejection('Only people with a part in it narrow a release.')
  const soakUntil = new Date(now.getTime() + soakOf(release, share))
  return [{ type: 'narrowed', from: exposureOf(release).share, share, soakUntil, why: noteFrom(why, 'why') }]
}

function widen(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { share, cutShort }: { readonly share: number; readonly cutShort: number | null },
): ReleaseEvent[] {
  notOnHold(release, facts, now)
  const phase = thePhase(release, share)
  onlyItsOwner(release, facts, actor, phase, `opens it to ${shareWords(share)}`)
  const blocker = blockerOf(release, phase)
  if (blocker) throw waitsFor(release, facts, now, phase, blocker)
  const early = opensEarly(release, share, now)
  if (early && cutShort !== exposureOf(release).number) throw tooEarly(release, facts, now)
  const opened = opening(release, phase, now, early)
  return share < 100 ? [opened] : [opened, ...goLive(release, facts)]
}

function opening(release: Release, phase: Step, now: Date, early: boolean): ReleaseEvent {
  const { number, state, lasts, plannedAt } = phase
  return {
    type: 'opened',
    from: exposureOf(release).share,
    share: phase.share ?? 0,
    soakUntil: new Date(now.getTime() + lasts),
    step: state === 'done' ? null : number,
    plannedAt,
    early,
  }
}

function running({ key, state, execution }: Release) {
  if (state === 'executing' || state === 'verifying') return
  if (execution.steps.length === 0)
    throw new Rejection(`${key} is not started; it opens after: /release start`)
  throw new Rejection(`${key} is ${state}; nothing is opened any more.`)
}

function thePhase(release: Release, share: number): Step {
  const phases = phasesOf(release)
  const phase = phases.find((one) => one.share === share)
  if (phase) return phase
  const next = nextPhase(release)
  const words = phases.map((one) => shareWords(one.share ?? 0)).join(', ')
  throw new Rejection(`${shareWords(share)} is no phase of ${release.key}: ${words}.`, {
    offers: next
      ? [{ label: `Open to ${shareWords(next.share ?? 0)}`, run: `open ${release.key} next` }]
      : [],
  })
}

function tooEarly(release: Release, facts: Facts, now: Date): Rejection {
  const { share, soakUntil } = exposureOf(release)
  const until = soakUntil ? timeOf(soakUntil, facts, now) : ''
  const what = share === 0 ? `It opens at ${until}` : `${shareWords(share)} is watched until ${until}`
  return new Rejection(`${what}; that changed meanwhile. Once more?`, {
    offers: [{ label: 'Open next', run: `open ${release.key} next` }],
  })
}
