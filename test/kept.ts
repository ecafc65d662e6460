import type { Feature } from '../src/feature.ts'
import { evolve } from '../src/releases/evolve.ts'
import type { Recorded, Release, ReleaseEvent } from '../src/releases/release.ts'
import { loadRelease } from '../src/releases/store.ts'
import { releases } from '../src/releases/tables.ts'
import type { TestDatabase } from './databases.ts'
import { givenRelease, recorded } from './given.ts'

/** A release of its own in the database, before anything happened to it. */
export async function insertRelease({ db }: TestDatabase, number: number): Promise<Release> {
  const release = givenRelease({ id: `r${number}`, key: `payments-2.4.${number}` })
  const { model, hold: _, ...head } = release
  await db.insert(releases).values({ ...head, model: model.name, modelVersion: model.version, hold: null })
  return release
}

/** What the events make of a release, and what is loaded after each of their rows was written. */
export async function kept(
  { db }: TestDatabase,
  features: readonly Feature[],
  release: Release,
  events: readonly ReleaseEvent[],
) {
  const after = await db.transaction(async (tx) => {
    let state = release
    for (const event of recorded(release, events)) {
      state = evolve(features, state, event)
      for (const { write } of features) await writerOf(write, event)?.(tx, state, event, state)
    }
    return state
  })
  return { after, loaded: await db.transaction((tx) => loadRelease(tx, features, release, 'read')) }
}

// Indexing the map with a union of keys loses the tie between an event and its writer, as in the pipeline.
const writerOf = (write: Feature['write'], { type }: Recorded) =>
  write?.[type] as ((...args: unknown[]) => Promise<unknown>) | undefined
