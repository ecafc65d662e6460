import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evolveFollow } from '../../src/follow/follow.ts'
import { followPart, writeFollow } from '../../src/follow/store.ts'
import { followers } from '../../src/follow/tables.ts'
import { loadRelease } from '../../src/releases/store.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { people } from '../given.ts'
import { insertRelease } from '../kept.ts'

const features = [{ name: 'follow', part: followPart, evolve: evolveFollow, write: writeFollow }]

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('postgres')
})
afterAll(() => database.close())

test('who waits for the lock decides on what the one before it wrote, in every table', async () => {
  const { workspace, id } = await insertRelease(database, 1)
  const ref = { workspace, id }
  const second = Promise.withResolvers<readonly string[] | undefined>()
  await database.db.transaction(async (tx) => {
    await loadRelease(tx, features, ref, 'locked')
    await tx.insert(followers).values({ workspace, release: id, person: people.dba })
    database.db
      .transaction(async (other) => (await loadRelease(other, features, ref, 'locked'))?.followers)
      .then(second.resolve, second.reject)
    await oneWaits()
  })
  expect(await second.promise).toEqual([people.dba])
})

/** Resolves once a statement on this database waits for a lock that another holds. */
async function oneWaits() {
  const waiting = sql`select 1 from pg_stat_activity
    where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`
  while ((await database.db.$count(sql`(${waiting}) as waiting`)) === 0);
}
