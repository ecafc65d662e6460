import type { PersonId } from '../people/people.ts'
import type { Release } from '../releases/release.ts'
import type { Incident } from '../verification/verification.ts'

/** Incidents that this release caused, or may have. */
export const incidentsOf = ({ verification }: Release): readonly Incident[] =>
  verification.incidents.filter(({ caused }) => caused !== 'no')

/** Somebody to thank, and for what. */
export interface Thanks {
  readonly person: PersonId
  readonly what: string
}

/** Those who made it safe: they narrowed it, mended it, or had rehearsed the way back. */
export function thanksOf(release: Release): Thanks[] {
  const { execution, readiness } = release
  const narrowed = execution.exposures
    .filter(({ share, from, number }) => number > 0 && share < from)
    .map(({ by, since, share }) => ({
      person: by,
      what: `${narrowing(release, share)}${within(release, since)}`,
    }))
  const fixed = execution.steps
    .filter(({ kind, state }) => kind === 'fix' && state === 'done')
    .map(({ endedBy }) => ({ person: endedBy, what: 'fixed it forward' }))
  const rehearsed = readiness.items.flatMap(({ procedure, state }) =>
    procedure === 'way back' && state.is === 'done'
      ? [{ person: state.by, what: 'rehearsed the way back' }]
      : [],
  )
  const all = [...narrowed, ...fixed, ...rehearsed]
  return all.flatMap(({ person, what }) => (person ? [{ person, what }] : []))
}

const narrowing = ({ outcome }: Release, share: number) =>
  share === 0 && outcome === 'rolled back' ? 'rolled it back' : 'narrowed it'

/** "in 3 min", counted from the incident that had begun last. */
function within(release: Release, since: Date): string {
  const began = incidentsOf(release)
    .map((incident) => incident.began.getTime())
    .filter((time) => time <= since.getTime())
  if (began.length === 0) return ''
  const minutes = Math.max(1, Math.round((since.getTime() - Math.max(...began)) / 60_000))
  return minutes < 120 ? ` in ${minutes} min` : ''
}
