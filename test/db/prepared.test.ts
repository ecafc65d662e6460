import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Transaction } from '../../src/db/database.ts'
import { releases } from '../../src/releases/tables.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await freshDatabase('postgres')
})
afterEach(() => database.close())

const ask = (tx: Transaction, id: string) =>
  tx.select({ state: releases.state }).from(releases).where(eq(releases.id, id))

/** How often this connection has planned statements on releases, each for good. */
async function prepared(tx: Transaction) {
  const those = sql`pg_prepared_statements where statement like '%"releases"%'`
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(those)
  return row?.count
}

test('a statement with parameters is prepared once, also in a savepoint', async () => {
  const count = await database.db.transaction(async (tx) => {
    for (const id of ['one', 'two', 'three']) await ask(tx, id)
    await tx.transaction((inner) => ask(inner, 'four'))
    return prepared(tx)
  })
  expect(count).toBe(1)
})
