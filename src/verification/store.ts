import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { partOf, rowsOf } from '../db/rows.ts'
import type { ReleaseRef, Writers } from '../feature.ts'
import type { Release } from '../releases/release.ts'
import { checks, incidents, verificationRounds } from './tables.ts'
import { type Check, type Incident, latestRound, type Round } from './verification.ts'

export const verificationPart = partOf(
  {
    rounds: rowsOf(verificationRounds, verificationRounds.number),
    checks: rowsOf(checks, checks.number),
    incidents: rowsOf(incidents, incidents.number),
  },
  (rows) => ({
    verification: {
      rounds: rows.rounds satisfies readonly Round[],
      checks: rows.checks satisfies readonly Check[],
      incidents: rows.incidents satisfies readonly Incident[],
    },
  }),
)

const keyOf = ({ workspace, id }: ReleaseRef) => ({ workspace, release: id })

type NumberedEvent = { readonly number: number }

async function saveCheck(tx: Transaction, ref: ReleaseRef, { number }: NumberedEvent, after: Release) {
  const check = after.verification.checks.find((one) => one.number === number)
  if (!check) return
  const isIt = and(eq(checks.workspace, ref.workspace), eq(checks.release, ref.id), eq(checks.number, number))
  await tx.update(checks).set(check).where(isIt)
}

async function saveRound(tx: Transaction, ref: ReleaseRef, _event: unknown, after: Release) {
  const round = latestRound(after)
  if (!round) return
  const { workspace, release, number } = verificationRounds
  await tx
    .update(verificationRounds)
    .set(round)
    .where(and(eq(workspace, ref.workspace), eq(release, ref.id), eq(number, round.number)))
}

/** The checks of the first round are new; of later ones those that had failed are open again. */
async function saveLive(
  tx: Transaction,
  ref: ReleaseRef,
  { checks: planned }: { readonly checks: readonly unknown[] },
  { verification }: Release,
) {
  const round = verification.rounds.at(-1)
  if (round) await tx.insert(verificationRounds).values({ ...keyOf(ref), ...round })
  if (planned.length > 0)
    await tx.insert(checks).values(verification.checks.map((check) => ({ ...keyOf(ref), ...check })))
  else await reopenFailed(tx, ref)
}

const reopenFailed = (tx: Transaction, ref: ReleaseRef) =>
  tx
    .update(checks)
    .set({ state: 'open', note: null, by: null, at: null })
    .where(and(eq(checks.workspace, ref.workspace), eq(checks.release, ref.id), eq(checks.state, 'failed')))

export const writeVerification: Writers = {
  liveForEveryone: saveLive,
  checkPassed: saveCheck,
  checkFailed: saveCheck,
  releaseVerified: saveRound,
  fixedForward: saveRound,
  narrowed: saveRound,
  incidentReported: async (tx, ref, { number }, after) => {
    const incident = after.verification.incidents.find((one) => one.number === number)
    if (incident) await tx.insert(incidents).values({ ...keyOf(ref), ...incident })
  },
  incidentCorrected: (tx, ref, { number, name, link, note, caused, began, ended, share }) =>
    tx
      .update(incidents)
      .set({ name, link, note, caused, began, ended, share })
      .where(
        and(
          eq(incidents.workspace, ref.workspace),
          eq(incidents.release, ref.id),
          eq(incidents.number, number),
        ),
      ),
}
