import type { PersonId } from '../people/people.ts'
import type { Release } from '../releases/release.ts'
import { shareWords } from './plan.ts'
import { lastExposure, pointOfNoReturn } from './progress.ts'

/** One thing done not by the book: never hidden, listed in the review. */
export interface Deviation {
  readonly kind: 'late start' | 'opened early' | 'step failed' | 'no way back'
  readonly what: string
  readonly at: Date
  readonly by: PersonId | null
  /** In somebody's words. */
  readonly why: string | null
}

const tolerance = 5 * 60_000

/** What this run-of-show did otherwise than planned, oldest first. */
export function deviationsOf(release: Release): Deviation[] {
  return [
    ...startedLate(release),
    ...openedEarly(release),
    ...stepsFailed(release),
    ...pastNoWayBack(release),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

function startedLate(release: Release): Deviation[] {
  const [first] = release.execution.steps
  const [start] = release.execution.exposures
  if (!first || !start) return []
  const late = start.since.getTime() - first.plannedAt.getTime()
  if (late <= tolerance) return []
  const what = `started ${Math.floor(late / 60_000)} min late`
  return [{ kind: 'late start', what, at: start.since, by: start.by, why: null }]
}

const openedEarly = ({ execution }: Release): Deviation[] =>
  execution.exposures
    .filter(({ early }) => early)
    .map(({ share, since, by, why }) => ({
      kind: 'opened early',
      what: `opened to ${shareWords(share)} early`,
      at: since,
      by,
      why,
    }))

const stepsFailed = ({ execution }: Release): Deviation[] =>
  execution.steps.flatMap(({ number, failures, failure, failedBy, startedAt }) =>
    failures > 0 && startedAt
      ? [{ kind: 'step failed', what: failed(number, failures), at: startedAt, by: failedBy, why: failure }]
      : [],
  )

const failed = (number: number, times: number) =>
  times === 1 ? `step ${number} failed` : `step ${number} failed ${times} times`

function pastNoWayBack(release: Release): Deviation[] {
  const step = pointOfNoReturn(release)
  const last = lastExposure(release)
  if (release.outcome !== 'rolled back' || step?.state !== 'done' || !last) return []
  const what = `rolled back after step ${step.number}, past which there was no way back`
  return [{ kind: 'no way back', what, at: last.since, by: last.by, why: last.why }]
}
