import { momentOf } from '../models/offsets.ts'
import type { Evolvers, Facts, Release, ReleaseEvent, State } from '../releases/release.ts'

/** The release manager was told that this target approaches; `offset` counts the model's reminders from 0. */
export interface Approach {
  readonly target: Date
  readonly offset: number
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
  targetApproaching: (release, { target, offset }) => ({
    ...release,
    approaches: [...release.approaches, { target, offset }],
  }),
}

const beforeStart: readonly State[] = ['preparing', 'deciding', 'cleared']

export const isApproaching = ({ state, hold }: Release) => beforeStart.includes(state) && hold === null

interface Reminder {
  readonly offset: number
  readonly at: Date
}

/** Tells once per offset and target. Of several that came due together, as on hold, the nearest to the target. */
export function dueToApproach(release: Release, facts: Facts, now: Date): ReleaseEvent[] {
  const next = ahead(release, facts).findLast(({ at }) => at <= now)
  return next ? [{ type: 'targetApproaching', target: release.target, offset: next.offset }] : []
}

export const wakesToApproach = (release: Release, facts: Facts): Date[] =>
  ahead(release, facts).map(({ at }) => at)

/** Reminders that are still to be given for this target, by time. */
function ahead(release: Release, facts: Facts): Reminder[] {
  if (!isApproaching(release)) return []
  const all = remindersFor(release, facts)
  const told = release.approaches.filter(({ target }) => target.getTime() === release.target.getTime())
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
