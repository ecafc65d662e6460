import { sql } from 'drizzle-orm'
import type { Piece } from '../src/db/pieces.ts'
import type { Feature } from '../src/feature.ts'
import type { Actor } from '../src/people/people.ts'
import { evolve } from '../src/releases/evolve.ts'
import { loadRelease } from '../src/releases/load-store.ts'
import type { Recorded, Release, ReleaseEvent } from '../src/releases/release.ts'
import { releases } from '../src/releases/tables.ts'
import type { TestDatabase } from './databases.ts'
import { givenRelease, recorded } from './given.ts'

/** A release of its own in the database, before anything more happened to it. */
export async function insertRelease(
  { db }: TestDatabase,
  number: number,
  given: (overrides: Partial<Release>) => Release = givenRelease,
): Promise<Release> {
  const release = given({ id: `r${number}`, key: `payments-2.4.${number}` })
  const { model, hold: _, ...head } = release
  await db.insert(releases).values({ ...head, model: model.name, modelVersion: model.version, hold: null })
  return release
}

/** What one piece of the statement reads beside a release, which itself need not be in the database. */
export async function pieceOf<T>(
  { db }: TestDatabase,
  { json, decode }: Piece<T>,
  { workspace, id, product, target, manager, deputy }: Release,
): Promise<T> {
  const row = sql`(select ${workspace}::text as workspace, ${id}::text as id, ${product}::text as product,
    ${target.toISOString()}::timestamptz as target,
    ${manager}::text as manager, ${deputy}::text as deputy) as "releases"`
  const [read] = await db.select({ json: sql.raw(json) }).from(row)
  return decode(read?.json)
}

/** What the events make of a release, each written as the pipeline writes it. */
export async function written(
  { db }: TestDatabase,
  features: readonly Feature[],
  before: Release,
  events: readonly ReleaseEvent[],
  told: { readonly at?: Date; readonly by?: Actor } = {},
): Promise<Release> {
  const record = recorded(before, events, told)
  const after = record.reduce((state, event) => evolve(features, state, event), before)
  await db.transaction(async (tx) => {
    for (const event of record)
      for (const { write } of features) await writerOf(write, event)?.(tx, after, event, after)
  })
  return after
}

export const loaded = ({ db }: TestDatabase, features: readonly Feature[], release: Release) =>
  loadRelease(db, features, release)

/** What the events make of a release, each a change of its own, and what is loaded after their rows were written. */
export async function kept(
  database: TestDatabase,
  features: readonly Feature[],
  release: Release,
  events: readonly ReleaseEvent[],
) {
  let after = release
  for (const event of events) after = await written(database, features, after, [event])
  return { after, loaded: await loaded(database, features, release) }
}

// Indexing the map with a union of keys loses the tie between an event and its writer, as in the pipeline.
const writerOf = (write: Feature['write'], { type }: Recorded) =>
  write?.[type] as ((...args: unknown[]) => Promise<unknown>) | undefined
