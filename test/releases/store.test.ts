import { afterAll, beforeAll, expect, test } from 'vitest'
import { evolveFollow } from '../../src/follow/follow.ts'
import { followPart, writeFollow } from '../../src/follow/store.ts'
import { followers } from '../../src/follow/tables.ts'
import { keepModels } from '../../src/models/store.ts'
import { keepProducts } from '../../src/products/store.ts'
import { loadLocked } from '../../src/releases/load-store.ts'
import { freshDatabase, oneWaits, type TestDatabase } from '../databases.ts'
import { payments, people, standard } from '../given.ts'
import { insertRelease } from '../kept.ts'

const follow = { name: 'follow', part: followPart, evolve: evolveFollow, write: writeFollow }
const ctx = { features: [follow], admins: [] }

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('postgres')
})
afterAll(() => database.close())

test('who waits for the lock decides on what the one before it wrote, in every table', async () => {
  const { workspace, id } = await insertRelease(database, 1)
  const ref = { workspace, id }
  await database.db.transaction(async (tx) => {
    await keepProducts(tx, workspace, [payments])
    await keepModels(tx, workspace, [standard])
  })
  const second = Promise.withResolvers<readonly string[] | undefined>()
  await database.db.transaction(async (tx) => {
    await loadLocked(tx, ctx, ref, null)
    await tx.insert(followers).values({ workspace, release: id, person: people.dba })
    database.db
      .transaction(async (other) => (await loadLocked(other, ctx, ref, null))?.release.followers)
      .then(second.resolve, second.reject)
    await oneWaits(database)
  })
  expect(await second.promise).toEqual([people.dba])
})
