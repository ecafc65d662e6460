import type { PersonId } from '../people/people.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'

declare module '../releases/release.ts' {
  interface Release {
    readonly verification: Verification
  }
}

export interface Verification {
  /** One for each time that it went live for everyone: a fix forward begins another. */
  readonly rounds: readonly Round[]
  readonly checks: readonly Check[]
  readonly incidents: readonly Incident[]
}

export interface Round {
  readonly number: number
  readonly liveAt: Date
  readonly verifiedAt: Date | null
}

export interface PlannedCheck {
  /** Its number for life, on every surface and in commands. */
  readonly number: number
  readonly title: string
  readonly role: string
  readonly required: boolean
}

/** Something verified once everyone has it. */
export interface Check extends PlannedCheck {
  readonly state: 'open' | 'passed' | 'failed'
  /** In the words of who checked: what stands behind a pass, or why it failed. */
  readonly note: string | null
  readonly by: PersonId | null
  readonly at: Date | null
  readonly failures: number
}

/** Whether this release caused it. */
export const causes = ['yes', 'no', 'unsure'] as const
export type Cause = (typeof causes)[number]

/** An incident as people tell it. */
export interface IncidentTold {
  /** How people call it, such as INC-482. */
  readonly name: string
  readonly link: string | null
  readonly note: string | null
  readonly caused: Cause
  readonly began: Date
  readonly ended: Date | null
}

export interface Incident extends IncidentTold {
  readonly number: number
  /** Percentage of users who had the release when it began. */
  readonly share: number
  readonly by: PersonId | null
  readonly at: Date
}

export const notVerifying: Verification = { rounds: [], checks: [], incidents: [] }

/**
 * Everyone has it: its checks begin, or begin again where they failed. Without anything to check it is verified.
 */
export function goLive({ verification }: Release, { model }: Facts): ReleaseEvent[] {
  const known = verification.checks
  const checks = known.length > 0 ? [] : model.checks.map((rule, i) => ({ ...rule, number: i + 1 }))
  const nothingToCheck = checks.length === 0 && known.every(({ state }) => state === 'passed')
  const live: ReleaseEvent = {
    type: 'liveForEveryone',
    checks: checks.map(({ number, title, owner, required }) => ({ number, title, role: owner, required })),
  }
  return nothingToCheck ? [live, { type: 'releaseVerified' }] : [live]
}

export const latestRound = (release: Release): Round | undefined => release.verification.rounds.at(-1)

/** Live for everyone, with every check done. */
export const isVerified = (release: Release): boolean =>
  release.state === 'verifying' && latestRound(release)?.verifiedAt instanceof Date

/** A failed check that is not required is a note, and holds nothing up. */
export const holdsUp = ({ state, required }: Check): boolean =>
  state === 'open' || (state === 'failed' && required)

export const openChecks = (release: Release): readonly Check[] =>
  release.verification.checks.filter(({ state }) => state === 'open')

export const failedChecks = (release: Release): readonly Check[] =>
  release.verification.checks.filter(({ state, required }) => state === 'failed' && required)
