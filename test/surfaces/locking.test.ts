import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releases } from '../../src/releases/tables.ts'
import { wantInFlight, wantSurfaces } from '../../src/surfaces/store.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { freshDatabase, oneWaits, type TestDatabase } from '../databases.ts'
import { insertRelease } from '../kept.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('postgres')
})
afterAll(() => database.close())

test('a new name in the directory waits for a change that has begun, and neither for the other', async () => {
  const { db } = database
  const release = await insertRelease(database, 1)
  const cards = ['1', '2'].map((key) => ({ post: 'card', key }))
  await db.transaction((tx) => wantSurfaces(tx, release, cards))

  const renamed = Promise.withResolvers<readonly string[]>()
  await db.transaction(async (tx) => {
    await tx.select().from(releases).where(eq(releases.id, release.id)).for('update')
    // The change has touched one card when the directory asks for all, and will touch the rest.
    const second = and(eq(surfaces.release, release.id), eq(surfaces.key, '2'))
    await tx.update(surfaces).set({ wanted: 2 }).where(second)
    db.transaction((other) => wantInFlight(other, release.workspace)).then(renamed.resolve, renamed.reject)
    await oneWaits(database)
    await wantSurfaces(tx, release, [])
  })
  expect(await renamed.promise).toEqual([release.id])
  const rows = await db.select({ wanted: surfaces.wanted }).from(surfaces).orderBy(surfaces.key)
  expect(rows.map(({ wanted }) => wanted)).toEqual([3, 4])
})
