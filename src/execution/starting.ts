import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { onlyWhoRunsIt } from '../people/permissions.ts'
import type { Facts, Release, ReleaseEvent, State } from '../releases/release.ts'
import { whyGoIsLost } from '../votes/deciding.ts'
import { goHoldsUntil } from '../votes/votes.ts'
import { notOnHold, timeOf } from './guards.ts'
import { planSteps } from './plan.ts'

const notYet: Partial<Record<State, string>> = {
  planned: 'is only planned; it starts after a go.',
  preparing: 'is preparing; it starts after a go.',
  deciding: 'has an open vote; it starts after a go.',
}

/** Begins the run-of-show of a release that has its go. */
export function startRelease(release: Release, facts: Facts, now: Date, actor: Actor): ReleaseEvent[] {
  if (release.state === 'executing') return []
  const { key, state, target } = release
  if (state !== 'cleared')
    throw new Rejection(`${key} ${notYet[state] ?? `is ${state}; it starts only once.`}`)
  onlyWhoRunsIt(release, facts, actor, 'starts it')
  notOnHold(release, facts, now)
  const holds = goHoldsUntil(release)
  if (holds && holds <= now) {
    throw new Rejection(`The go held until ${timeOf(holds, facts, now)}. Ask again: /release vote open`)
  }
  const lost = whyGoIsLost(release, now)
  if (lost) throw new Rejection(`The go does not count any more: ${lost}. Everyone is asked again.`)
  return [{ type: 'releaseStarted', steps: planSteps(release, facts), target }]
}
