import { askedInstead, isActive } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import type { Exposure, Step } from './execution.ts'

/** What is to be done next: fixes before all else, then the first that is not done. */
export const upNext = (steps: readonly Step[]): Step | undefined =>
  steps.find((step) => step.kind === 'fix' && step.state !== 'done') ??
  steps.find((step) => step.state !== 'done')

/** The step that it stands at; after a narrowing, the phase to open again. Null while nothing is executed. */
export const currentStep = (release: Release): Step | null =>
  release.state === 'executing' ? (ahead(release)[0] ?? null) : null

export const stepNumbered = (release: Release, number: number): Step | undefined =>
  release.execution.steps.find((step) => step.number === number)

/** Who has it now. Before the start: nobody. */
export interface ExposureNow {
  readonly number: number
  readonly share: number
  /** Null before it was ever open. */
  readonly since: Date | null
  readonly soakUntil: Date | null
  /** The next wider share and when it may be opened, which nobody knows while a hold stops the watch. */
  readonly next: { readonly share: number; readonly at: Date | null } | null
}

const beforeTheStart: ExposureNow = { number: 0, share: 0, since: null, soakUntil: null, next: null }

/** How far it is open, since when, how long that is watched, and what comes next. */
export function exposureOf(release: Release): ExposureNow {
  const last = lastExposure(release)
  if (!last) return beforeTheStart
  const { number, share, soakUntil } = last
  const wider = nextPhase(release)
  return {
    number,
    share,
    since: number === 0 ? null : last.since,
    soakUntil,
    next: wider?.share ? { share: wider.share, at: watchLeft(release) === null ? soakUntil : null } : null,
  }
}

export const lastExposure = (release: Release): Exposure | undefined => release.execution.exposures.at(-1)

/** The open step with the smallest share above what users have now, whether or not it was done before. */
export function nextPhase(release: Release): Step | undefined {
  const open = lastExposure(release)?.share ?? 0
  return phasesOf(release).find(({ share }) => (share ?? 0) > open)
}

export const phasesOf = (release: Release): readonly Step[] =>
  release.execution.steps.filter(({ kind }) => kind === 'open')

/** What was left of a watch when a hold stopped it, in milliseconds; null where none is stopped. */
export function watchLeft(release: Release): number | null {
  const last = lastExposure(release)
  if (!release.hold || !last || last.number === 0) return null
  const stopped = Math.max(release.hold.since.getTime(), last.since.getTime())
  const left = last.soakUntil.getTime() - stopped
  return left > 0 ? left : null
}

/** How long a share is watched: as the widest phase within it, else as the first. */
export function soakOf(release: Release, share: number): number {
  const phases = phasesOf(release)
  const reached = phases.filter((phase) => (phase.share ?? 0) <= share)
  return (reached.at(-1) ?? phases[0])?.lasts ?? 0
}

/** Since when everyone has it; null while not everyone does. */
export function everyoneSince(release: Release): Date | null {
  const last = lastExposure(release)
  return last && last.share >= 100 ? last.since : null
}

/** One component that runs in production, and since when. */
export interface Deployed {
  readonly component: string
  readonly at: Date
  readonly step: number
}

/** What this release has deployed and not undone, in the order it was deployed. */
export function deployedOf(release: Release): readonly Deployed[] {
  if (release.outcome === 'rolled back') return []
  return release.execution.steps.flatMap(({ kind, state, component, endedAt, number }) =>
    kind === 'deploy' && state === 'done' && component && endedAt
      ? [{ component, at: endedAt, step: number }]
      : [],
  )
}

/** The percentage of users who had it at a moment. */
export const shareAt = ({ execution }: Release, moment: Date): number =>
  execution.exposures.findLast(({ since }) => since <= moment)?.share ?? 0

/** The step after which there is no way back, if this release has one. */
export const pointOfNoReturn = (release: Release): Step | undefined =>
  release.execution.steps.find(({ noWayBack }) => noWayBack)

/** When it was started; null before. */
export const startedAt = (release: Release): Date | null => release.execution.exposures[0]?.since ?? null

/** When what lies ahead will probably begin, by step number, given how long the current step now takes. */
export function expected(release: Release, now: Date): ReadonlyMap<number, Date> {
  const times = new Map<number, Date>()
  const watched = lastExposure(release)?.soakUntil.getTime() ?? 0
  const next = nextPhase(release)
  let free = now.getTime()
  for (const step of ahead(release)) {
    const begins = step.kind === 'open' ? free : (step.startedAt?.getTime() ?? free)
    const mayBegin = step === next ? Math.max(begins, watched) : begins
    times.set(step.number, new Date(mayBegin))
    free = Math.max(mayBegin + step.lasts, free)
  }
  return times
}

/** Steps to do in their order; a phase that was narrowed away is to be opened again. */
export function ahead(release: Release): readonly Step[] {
  const open = lastExposure(release)?.share ?? 0
  const { steps } = release.execution
  const fixes = steps.filter(({ kind, state }) => kind === 'fix' && state !== 'done')
  const others = steps.filter(({ kind, state, share }) =>
    kind === 'open' ? state !== 'done' || (share ?? 0) > open : kind !== 'fix' && state !== 'done',
  )
  return [...fixes, ...others]
}

/** Minutes that it is behind its plan; 0 when it is not. */
export function behind(release: Release, now: Date): number {
  const step = currentStep(release)
  const begins = step && expected(release, now).get(step.number)
  if (!step || !begins || step.kind === 'fix') return 0
  const over = step.kind === 'open' ? 0 : Math.max(0, now.getTime() - begins.getTime() - step.lasts)
  return wholeMinutes(begins.getTime() + over - step.plannedAt.getTime())
}

/** Minutes that a step that is done took longer than it was given (a fix is given none), counted from its planned begin at the earliest. */
export function minutesOver({ startedAt: began, endedAt, plannedAt, lasts, kind }: Step): number {
  if (!began || !endedAt || kind === 'fix') return 0
  if (kind === 'open') return wholeMinutes(endedAt.getTime() - plannedAt.getTime())
  return wholeMinutes(endedAt.getTime() - Math.max(began.getTime(), plannedAt.getTime()) - lasts)
}

const wholeMinutes = (milliseconds: number) => Math.max(0, Math.floor(milliseconds / 60_000))

/** Who is asked to do a step: who took it, else who fills its role, else the release manager. */
export function ownersOf(
  release: Release,
  facts: Facts,
  { takenBy, role }: Pick<Step, 'takenBy' | 'role'>,
): readonly string[] {
  if (takenBy && isActive(facts.people.get(takenBy))) return [takenBy]
  const holders = role === null ? [] : (facts.holders[role] ?? [])
  return holders.length > 0 ? holders : [askedInstead(release, facts)]
}
