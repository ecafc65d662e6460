import type { Evolvers, Release } from '../releases/release.ts'
import type { Check, Incident, IncidentTold, Verification } from './verification.ts'

declare module '../releases/release.ts' {
  interface ReleaseEvents {
    checkPassed: { readonly number: number; readonly note: string | null }
    checkFailed: { readonly number: number; readonly why: string }
    releaseVerified: Record<never, never>
    incidentReported: IncidentTold & { readonly number: number; readonly share: number }
    incidentCorrected: IncidentTold & { readonly number: number; readonly share: number }
  }
}

export const evolveVerification: Evolvers = {
  liveForEveryone: (release, { checks, at }) => {
    const { rounds } = release.verification
    const known = release.verification.checks
    return verifying(release, {
      rounds: [...rounds, { number: rounds.length + 1, liveAt: at, verifiedAt: null }],
      checks: known.length > 0 ? known.map(reopened) : checks.map((check) => ({ ...check, ...untouched })),
    })
  },
  checkPassed: (release, { number, note, at, by }) =>
    checked(release, number, { state: 'passed', note, at, by: by.person }),
  checkFailed: (release, { number, why, at, by }) => {
    const failures = release.verification.checks.find((check) => check.number === number)?.failures ?? 0
    return checked(release, number, { state: 'failed', note: why, at, by: by.person, failures: failures + 1 })
  },
  releaseVerified: (release, { at }) => ({ ...verifiedAt(release, at), outcome: 'shipped' }),
  fixedForward: (release) => unverified(release),
  narrowed: (release) => unverified(release),
  incidentReported: (release, { type: _, seq: __, at, by, ...told }) =>
    verifying(release, {
      incidents: [...release.verification.incidents, { ...told, at, by: by.person }],
    }),
  incidentCorrected: (release, { type: _, seq: __, at: ___, by: ____, ...told }) =>
    verifying(release, {
      incidents: release.verification.incidents.map(
        (one): Incident => (one.number === told.number ? { ...one, ...told } : one),
      ),
    }),
}

const untouched = { state: 'open', note: null, by: null, at: null, failures: 0 } as const

const verifying = (release: Release, part: Partial<Verification>): Release => ({
  ...release,
  verification: { ...release.verification, ...part },
})

const verifiedAt = (release: Release, at: Date | null): Release =>
  verifying(release, {
    rounds: release.verification.rounds.map((round, i, all) =>
      i === all.length - 1 ? { ...round, verifiedAt: at } : round,
    ),
  })

/** What is being mended, or taken back from people, has not shipped yet. */
const unverified = (release: Release): Release => ({ ...verifiedAt(release, null), outcome: null })

const reopened = (check: Check): Check =>
  check.state === 'failed' ? { ...check, state: 'open', note: null, by: null, at: null } : check

const checked = (release: Release, number: number, part: Partial<Check>): Release =>
  verifying(release, {
    checks: release.verification.checks.map((check) =>
      check.number === number ? { ...check, ...part } : check,
    ),
  })
