import { momentOf } from '../models/offsets.ts'
import type { PersonId } from '../people/people.ts'
import { whoRuns } from '../people/permissions.ts'
import type { Evolvers, Facts, Release, ReleaseEvent, State } from '../releases/release.ts'
import { type Morning, morningOf, nextMorning } from '../time/mornings.ts'
import { startOfLocalDay } from '../time/wall.ts'

/** Who runs it was told that this target approaches; `offset` counts the model's reminders from 0. */
export interface Approach {
  readonly target: Date
  readonly offset: number
  /** The date of the morning whose message says it. */
  readonly date: string
}

declare module '../releases/release.ts' {
  interface Release {
    readonly approaches: readonly Approach[]
  }
  interface ReleaseEvents {
    targetApproaching: Approach
  }
}

export const evolveApproaching: Evolvers = {
  targetApproaching: (release, { target, offset, date }) => ({
    ...release,
    approaches: [...release.approaches, { target, offset, date }],
  }),
}

const beforeStart: readonly State[] = ['preparing', 'deciding', 'cleared']

/** Who runs it and was told that this target approaches; null when nobody was, or it does not any more. */
export function reminded(release: Release, facts: Facts): PersonId | null {
  const told = release.approaches.at(-1)
  return isApproaching(release) && told && isFor(release, told) ? whoRuns(release, facts) : null
}

/** Whose morning of that date says so. */
export const remindedOn = (release: Release, facts: Facts, date: string): PersonId | null =>
  release.approaches.at(-1)?.date === date ? reminded(release, facts) : null

/**
 * What comes due before the next working day begins is told on this morning of whoever runs the release, once per
 * reminder and target. Of several that came due together, as on hold, the nearest to the target.
 */
export function dueToApproach(release: Release, facts: Facts, morning: Morning): ReleaseEvent[] {
  const person = whoRuns(release, facts)
  if (!person || facts.people.get(person)?.zone !== morning.zone || !isApproaching(release)) return []
  const { target } = release
  const nine = morningOf(morning.date, morning.zone)
  const end = startOfLocalDay(nextMorning(nine, morning.zone), morning.zone)
  const next = untold(release, facts).findLast(({ at }) => at < end)
  if (!next || target <= nine) return []
  return [{ type: 'targetApproaching', target, offset: next.offset, date: morning.date }]
}

const isApproaching = ({ state, hold }: Release) => beforeStart.includes(state) && hold === null

const isFor = ({ target }: Release, told: Approach) => told.target.getTime() === target.getTime()

interface Reminder {
  readonly offset: number
  readonly at: Date
}

/** Reminders that are still to be given for this target, by time. */
function untold(release: Release, facts: Facts): Reminder[] {
  const all = remindersFor(release, facts)
  const told = release.approaches.filter((one) => isFor(release, one))
  const last = all.findLastIndex(({ offset }) => told.some((one) => one.offset === offset))
  return all.slice(last + 1)
}

/** Those whose time had passed before this target was set are left out: they would remind of nothing new. */
function remindersFor({ target, targets }: Release, { model, product }: Facts): Reminder[] {
  const set = targets.at(-1)?.at
  return model.reminders
    .map((offset, i) => ({ offset: i, at: momentOf(offset, target, product.zone) }))
    .filter(({ at }) => at < target && (!set || at > set))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
