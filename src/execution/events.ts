import type { Evolvers, Recorded, Release } from '../releases/release.ts'
import type { PlannedCheck } from '../verification/verification.ts'
import type { Execution, Exposure, PlannedStep, Step } from './execution.ts'
import { stepNumbered, upNext } from './progress.ts'

declare module '../releases/release.ts' {
  interface ReleaseEvents {
    releaseStarted: { readonly steps: readonly PlannedStep[]; readonly target: Date }
    stepTaken: { readonly number: number }
    stepDone: { readonly number: number; readonly note: string | null }
    stepFailed: { readonly number: number; readonly why: string }
    stepRetried: { readonly number: number }
    openingAsked: { readonly exposure: number }
    watchWentOn: { readonly exposure: number; readonly soakUntil: Date }
    opened: Widening
    narrowed: ExposureChange & { readonly why: string | null }
    liveForEveryone: { readonly checks: readonly PlannedCheck[] }
    fixedForward: { readonly why: string; readonly step: PlannedStep }
    releaseRolledBack: RolledBack
  }
}

interface ExposureChange {
  readonly from: number
  readonly share: number
  readonly soakUntil: Date
}

interface Widening extends ExposureChange {
  /** The open step that this does; null when it was done before and the release was narrowed since. */
  readonly step: number | null
  /** When it was planned to happen, for the metrics. */
  readonly plannedAt: Date
  readonly early: boolean
}

interface RolledBack {
  readonly why: string
  readonly from: number
  readonly deployed: readonly string[]
  /** The step after which there was no way back, if it was done. */
  readonly pastNoWayBack: number | null
}

export const evolveExecution: Evolvers = {
  releaseStarted: (release, { steps, target, at, by }) => ({
    ...executing(release, {
      steps: handedOver(steps.map(waiting), at),
      exposures: [{ ...nobody, since: at, soakUntil: target, by: by.person }],
    }),
    state: 'executing',
  }),
  stepTaken: (release, { number, by }) => revised(release, number, { takenBy: by.person }),
  stepDone: (release, { number, note, at, by }) =>
    done(release, number, { endedAt: at, endedBy: by.person, note }),
  stepFailed: (release, { number, why, by }) => {
    const failures = 1 + (stepNumbered(release, number)?.failures ?? 0)
    return revised(release, number, { state: 'failed', failures, failure: why, failedBy: by.person })
  },
  stepRetried: (release, { number }) => revised(release, number, { state: 'current' }),
  openingAsked: (release, { exposure, at }) => watched(release, exposure, { askedAt: at }),
  watchWentOn: (release, { exposure, soakUntil }) => watched(release, exposure, { soakUntil }),
  opened: (release, event) => {
    const wider = exposed(release, event, { early: event.early, why: null })
    return event.step === null
      ? wider
      : done(wider, event.step, { endedAt: event.at, endedBy: event.by.person, note: null })
  },
  narrowed: (release, event) => exposed(release, event, { early: false, why: event.why }),
  liveForEveryone: (release) => ({ ...release, state: 'verifying' }),
  fixedForward: (release, { step, at }) => ({
    ...executing(release, {
      steps: handedOver([...release.execution.steps.map(setAside), waiting(step)], at),
    }),
    state: 'executing',
  }),
  releaseRolledBack: (release, event) => ({
    ...exposed(release, { ...event, share: 0, soakUntil: event.at }, event),
    state: 'reviewing',
    outcome: 'rolled back',
    outcomeReason: event.why,
    hold: null,
  }),
}

const nobody = { number: 0, share: 0, from: 0, why: null, early: false, askedAt: null }

const executing = (release: Release, part: Partial<Execution>): Release => ({
  ...release,
  execution: { ...release.execution, ...part },
})

const waiting = (planned: PlannedStep): Step => ({
  ...planned,
  state: 'waiting',
  startedAt: null,
  endedAt: null,
  endedBy: null,
  note: null,
  failures: 0,
  failure: null,
  failedBy: null,
})

function revised(release: Release, number: number, part: Partial<Step>): Release {
  const steps = release.execution.steps.map((step) => (step.number === number ? { ...step, ...part } : step))
  return executing(release, { steps })
}

function watched(release: Release, number: number, part: Partial<Exposure>): Release {
  const { exposures } = release.execution
  return executing(release, {
    exposures: exposures.map((one) => (one.number === number ? { ...one, ...part } : one)),
  })
}

/** A step that is done hands over to the next, which begins that moment. */
function done(release: Release, number: number, part: { endedAt: Date } & Partial<Step>): Release {
  const ended = revised(release, number, { ...part, state: 'done' })
  return executing(ended, { steps: handedOver(ended.execution.steps, part.endedAt) })
}

function handedOver(steps: readonly Step[], at: Date): Step[] {
  const next = upNext(steps)
  return steps.map((step) =>
    step === next && step.state === 'waiting' ? { ...step, state: 'current', startedAt: at } : step,
  )
}

/** A fix goes first: the step that was to open, or failed to, waits again. */
const setAside = (step: Step): Step =>
  step.state === 'current' || step.state === 'failed' ? { ...step, state: 'waiting', startedAt: null } : step

function exposed(
  release: Release,
  { from, share, soakUntil, at, by }: Recorded<ExposureChange>,
  { early = false, why }: { early?: boolean; why: string | null },
): Release {
  const { exposures } = release.execution
  const next: Exposure = {
    number: exposures.length,
    share,
    from,
    since: at,
    soakUntil,
    by: by.person,
    why,
    early,
    askedAt: null,
  }
  return executing(release, { exposures: [...exposures, next] })
}
