import { everyoneSince, phasesOf } from '../execution/progress.ts'
import type { Release } from '../releases/release.ts'

export interface Moment {
  readonly at: Date
  readonly plan: Date
}

/** When users had it, against the plan. */
export interface Schedule {
  readonly first: Moment | null
  readonly everyone: Moment | null
  readonly rolledBack: Date | null
  /** Milliseconds that everyone waited longer than planned. */
  readonly late: number
  readonly moves: number
}

const tolerance = 5 * 60_000

/** Plan and reality of the opening. */
export function scheduleOf(release: Release): Schedule {
  const { exposures } = release.execution
  const phases = phasesOf(release)
  const opened = exposures.find(({ share }) => share > 0)
  const first = momentOf(opened?.since, phases[0]?.plannedAt)
  const everyone = momentOf(everyoneSince(release) ?? undefined, phases.at(-1)?.plannedAt)
  const late = everyone ? everyone.at.getTime() - everyone.plan.getTime() : 0
  return {
    first: phases.length > 1 || !everyone ? first : null,
    everyone,
    rolledBack: release.outcome === 'rolled back' ? (exposures.at(-1)?.since ?? null) : null,
    late: late > tolerance ? late : 0,
    moves: release.targets.length - 1,
  }
}

const momentOf = (at: Date | undefined, plan: Date | undefined): Moment | null =>
  at && plan ? { at, plan } : null
