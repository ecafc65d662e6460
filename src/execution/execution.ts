import type { PersonId } from '../people/people.ts'

declare module '../releases/release.ts' {
  interface Release {
    readonly execution: Execution
  }
}

/** The run-of-show as it goes. Without steps until the release is started. */
export interface Execution {
  readonly steps: readonly Step[]
  /** Oldest first. The first stands for nobody, from the start until the target. */
  readonly exposures: readonly Exposure[]
}

/** `fix` steps come in while it runs, and go before whatever is not done yet. */
export type StepKind = 'task' | 'deploy' | 'open' | 'fix'

/** What is known of a step before it begins. */
export interface PlannedStep {
  /** Its number for life, on every surface and in commands. */
  readonly number: number
  readonly kind: StepKind
  readonly title: string
  readonly component: string | null
  /** Who does it; null when nobody was named, then those who run the release. */
  readonly role: string | null
  readonly takenBy: PersonId | null
  /** For open steps: the percentage of users who then have it. */
  readonly share: number | null
  readonly plannedAt: Date
  /** Milliseconds; for open steps how long it is watched before the next. */
  readonly lasts: number
  /** Once it is done there is no way back. */
  readonly noWayBack: boolean
}

export interface Step extends PlannedStep {
  readonly state: 'waiting' | 'current' | 'done' | 'failed'
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  /** Who said that it is done. */
  readonly endedBy: PersonId | null
  readonly note: string | null
  /** How often it failed; why the last time, and who said so. */
  readonly failures: number
  readonly failure: string | null
  readonly failedBy: PersonId | null
}

/** A share of users from one moment to the next change of it. */
export interface Exposure {
  readonly number: number
  /** Percentage of users. */
  readonly share: number
  readonly from: number
  readonly since: Date
  /** When it has been watched long enough to open further. */
  readonly soakUntil: Date
  readonly by: PersonId | null
  readonly why: string | null
  /** Opened although the one before was to be watched longer. */
  readonly early: boolean
  /** When its owner was asked to open further. */
  readonly askedAt: Date | null
}

export const notStarted: Execution = { steps: [], exposures: [] }
