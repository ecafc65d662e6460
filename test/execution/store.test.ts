import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executionPart, writeExecution } from '../../src/execution/store.ts'
import { rollBack } from '../../src/execution/undoing.ts'
import type { Feature, Writers } from '../../src/feature.ts'
import type { Recorded, Release } from '../../src/releases/release.ts'
import { loadRelease } from '../../src/releases/store.ts'
import { releases } from '../../src/releases/tables.ts'
import { verificationPart, writeVerification } from '../../src/verification/store.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { people } from '../given.ts'
import { anyMove, goesOn, type Move, play, why } from './given-course.ts'
import { givenCleared } from './given-execution.ts'

const features: readonly Feature[] = [
  { name: 'execution', part: executionPart, write: writeExecution },
  { name: 'verification', part: verificationPart, write: writeVerification },
]

const start: Move = { says: 'start', by: people.rm, minutes: 0, act: goesOn }
const undo: Move = {
  says: 'roll back',
  by: people.opsOncall,
  minutes: 1,
  act: (r, f, t, by) => rollBack(r, f, t, by, why),
}
const anyCourse = fc
  .record({ moves: fc.array(anyMove, { minLength: 20, maxLength: 50 }), end: fc.constantFrom([], [undo]) })
  .map(({ moves, end }) => [start, ...moves, ...end])

describe.each(engines)('what happened is kept on %s', (engine) => {
  let database: TestDatabase
  let next = 0
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  /** The same release under an id of its own, so that courses do not meet. */
  async function insertRelease(): Promise<Release> {
    next += 1
    const release = givenCleared({ id: `r${next}`, key: `payments-2.4.${next}` })
    const { model, hold: _, ...head } = release
    await database.db
      .insert(releases)
      .values({ ...head, model: model.name, modelVersion: model.version, hold: null })
    return release
  }

  async function write(event: Recorded, after: Release) {
    await database.db.transaction(async (tx) => {
      for (const { write: writers } of features) await writerOf(writers, event)?.(tx, after, event, after)
    })
  }

  test('in whatever course: what is loaded is what the events made of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, async (moves) => {
        const release = await insertRelease()
        const taken = play(moves, release)
        for (const { events, after } of taken) for (const event of events) await write(event, after)
        const loaded = await database.db.transaction((tx) => loadRelease(tx, features, release, 'read'))
        const last = taken.at(-1)?.after
        expect(loaded?.execution).toEqual(last?.execution)
        expect(loaded?.verification).toEqual(last?.verification)
      }),
      { numRuns: 12 },
    )
  })
})

// Indexing the map with a union of keys loses the tie between an event and its writer, as in the pipeline.
const writerOf = (writers: Writers | undefined, { type }: Recorded) =>
  writers?.[type] as ((...args: unknown[]) => Promise<unknown>) | undefined
