import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { onlyWhoRunsIt } from '../people/permissions.ts'
import { missingItems } from '../readiness/items.ts'
import { isReady, openItems } from '../readiness/readiness.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { sealOf } from '../scope/scope.ts'
import { andMore } from '../slack/wording.ts'
import { full } from '../time/words.ts'
import { closeFrom, targetCanHold, voteOpens } from './times.ts'
import { newestVote, openVote, type Undone } from './votes.ts'

export interface Opening {
  /** When it closes, if not when the model says. */
  readonly until: Date | null
  /** Why it opens although required items are open. */
  readonly why: string | null
}

/**
 * Opens the vote. With required items open it takes a reason, which stays visible as a deviation.
 * @throws Rejection naming what is missing.
 */
export function openRound(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  opening: Opening,
): ReleaseEvent[] {
  mayOpen(release, facts, actor)
  const closes = closeOf(release, facts, now, opening.until)
  return [opened(release, facts, closes, undoneOf(release, opening.why))]
}

/** The clock's part: the vote opens by itself when its time has come and everything required is ready. */
export function dueToOpen(release: Release, facts: Facts, now: Date): ReleaseEvent[] {
  if (!opensByItself(release) || !isReady(release) || missingItems(release, facts).length > 0) return []
  if (voteOpens(release, facts) > now || !targetCanHold(release, facts, now)) return []
  const closes = closeFrom(release, facts, now)
  return closes ? [opened(release, facts, closes, null)] : []
}

/** Whether the next vote opens without anybody: not on hold, and not after a no for the same target. */
export function opensByItself(release: Release): boolean {
  if (release.state !== 'preparing' || release.hold || openVote(release)) return false
  const last = newestVote(release)
  return !last || last.lost !== null || last.target.getTime() !== release.target.getTime()
}

function opened(release: Release, facts: Facts, closes: Date, undone: Undone | null): ReleaseEvent {
  const mandatory = facts.model.roles.filter((role) => role.mandatory).map(({ name }) => name)
  const rule = { mandatory, goHolds: facts.model.vote.goHolds }
  const round = (newestVote(release)?.round ?? 0) + 1
  return {
    type: 'voteOpened',
    round,
    rule,
    seal: sealOf(release.scope),
    target: release.target,
    closes,
    undone,
  }
}

/** @throws Rejection when this person may not open a vote, or there is none to open now. */
export function mayOpen(release: Release, facts: Facts, actor: Actor): void {
  onlyWhoRunsIt(release, facts, actor, 'opens the vote')
  const { zone } = facts.product
  const vote = newestVote(release)
  if (release.hold) {
    throw new Rejection(`${release.key} is on hold: nothing is asked meanwhile. Go on with: /release resume`)
  }
  if (release.state === 'deciding' && vote)
    throw new Rejection(`The vote is open to ${full(vote.closes, zone)}.`)
  if (release.state === 'cleared' && vote?.ended?.holdsUntil) {
    throw new Rejection(`Go was decided. It holds until ${full(vote.ended.holdsUntil, zone)}.`)
  }
  if (release.state !== 'preparing')
    throw new Rejection(`${release.key} is ${release.state}: there is nothing to vote on.`)
}

function closeOf(release: Release, facts: Facts, now: Date, until: Date | null): Date {
  const { zone } = facts.product
  const closes = until ?? closeFrom(release, facts, now)
  const target = full(release.target, zone)
  if (!closes)
    throw new Rejection(`${target} has passed. Move it first: /release move <when>`, { field: 'until' })
  if (closes <= now)
    throw new Rejection(`${full(closes, zone)} has passed. Close it when?`, { field: 'until' })
  if (closes > release.target)
    throw new Rejection(`It opens to users ${target}; the vote has to close before.`, { field: 'until' })
  return closes
}

function undoneOf(release: Release, why: string | null): Undone | null {
  if (isReady(release)) return null
  const items = openItems(release).filter(({ required }) => required)
  if (!why?.trim()) {
    const names = andMore(
      items.map(({ number, title }) => `${number} ${title}`),
      3,
    )
    throw new Rejection(
      `Still open: ${names}. Open it anyway? Like: /release vote open because staging is back tonight`,
      {
        field: 'why',
      },
    )
  }
  return { why: why.trim(), items: items.map(({ number }) => number) }
}
