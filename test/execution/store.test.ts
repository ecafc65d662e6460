import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executionPart, writeExecution } from '../../src/execution/store.ts'
import { rollBack } from '../../src/execution/undoing.ts'
import type { Feature } from '../../src/feature.ts'
import { verificationPart, writeVerification } from '../../src/verification/store.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { people } from '../given.ts'
import { insertRelease, loaded, written } from '../kept.ts'
import { anyMove, goesOn, type Move, play, why } from './given-course.ts'
import { features as evolving, givenCleared } from './given-execution.ts'

const features: readonly Feature[] = [
  ...evolving,
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

  test('in whatever course: what is loaded is what the events made of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, async (moves) => {
        next += 1
        const release = await insertRelease(database, next, givenCleared)
        const taken = play(moves, release)
        let state = release
        for (const { events } of taken)
          for (const { at, by, seq: _, ...event } of events)
            state = await written(database, features, state, [event], { at, by })
        const found = await loaded(database, features, release)
        const last = taken.at(-1)?.after
        expect(found?.execution).toEqual(last?.execution)
        expect(found?.verification).toEqual(last?.verification)
      }),
      { numRuns: 12 },
    )
  })
})
