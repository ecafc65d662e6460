import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { partOf, rowsOf } from '../db/rows.ts'
import type { ReleaseRef, Writers } from '../feature.ts'
import type { Release } from '../releases/release.ts'
import type { Exposure, Step } from './execution.ts'
import { lastExposure, stepNumbered, upNext } from './progress.ts'
import { exposures, steps } from './tables.ts'

export const executionPart = partOf(
  { steps: rowsOf(steps, steps.number), exposures: rowsOf(exposures, exposures.number) },
  (rows) => ({
    execution: {
      steps: rows.steps satisfies readonly Step[],
      exposures: rows.exposures satisfies readonly Exposure[],
    },
  }),
)

const keyOf = ({ workspace, id }: ReleaseRef) => ({ workspace, release: id })

async function addSteps(tx: Transaction, after: Release, added: readonly Step[]) {
  if (added.length > 0) await tx.insert(steps).values(added.map((step) => ({ ...keyOf(after), ...step })))
}

async function saveStep(tx: Transaction, { workspace, id }: Release, step: Step | undefined) {
  if (!step) return
  const { number, ...values } = step
  const isIt = and(eq(steps.workspace, workspace), eq(steps.release, id), eq(steps.number, number))
  await tx.update(steps).set(values).where(isIt)
}

type NumberedEvent = { readonly number: number }

const saveNumbered = (tx: Transaction, _ref: ReleaseRef, { number }: NumberedEvent, after: Release) =>
  saveStep(tx, after, stepNumbered(after, number))

/** A step that is done, and the one it handed over to. */
async function saveHandover(tx: Transaction, after: Release, number: number) {
  await saveStep(tx, after, stepNumbered(after, number))
  await saveStep(tx, after, upNext(after.execution.steps))
}

async function addExposure(tx: Transaction, _ref: ReleaseRef, _event: unknown, after: Release) {
  const last = lastExposure(after)
  if (last) await tx.insert(exposures).values({ ...keyOf(after), ...last })
}

/** The watch of an exposure as the change left it. */
async function saveExposure(
  tx: Transaction,
  { workspace, id }: ReleaseRef,
  { exposure }: { readonly exposure: number },
  { execution }: Release,
) {
  const now = execution.exposures.find(({ number }) => number === exposure)
  if (!now) return
  const { askedAt, soakUntil } = now
  const isIt = and(
    eq(exposures.workspace, workspace),
    eq(exposures.release, id),
    eq(exposures.number, exposure),
  )
  await tx.update(exposures).set({ askedAt, soakUntil }).where(isIt)
}

export const writeExecution: Writers = {
  releaseStarted: async (tx, ref, event, after) => {
    await addSteps(tx, after, after.execution.steps)
    await addExposure(tx, ref, event, after)
  },
  stepTaken: saveNumbered,
  stepFailed: saveNumbered,
  stepRetried: saveNumbered,
  stepDone: (tx, _ref, { number }, after) => saveHandover(tx, after, number),
  opened: async (tx, ref, event, after) => {
    await addExposure(tx, ref, event, after)
    if (event.step !== null) await saveHandover(tx, after, event.step)
  },
  narrowed: addExposure,
  openingAsked: saveExposure,
  watchWentOn: saveExposure,
  fixedForward: async (tx, _ref, { step }, after) => {
    const waiting = after.execution.steps.filter(
      ({ number, state }) => state === 'waiting' && number !== step.number,
    )
    for (const setAside of waiting) await saveStep(tx, after, setAside)
    await addSteps(
      tx,
      after,
      after.execution.steps.filter(({ number }) => number === step.number),
    )
  },
  releaseRolledBack: addExposure,
}
