import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transaction } from '../../src/db/database.ts'
import { afterDeadlock } from '../../src/db/deadlocks.ts'
import { errorCode } from '../../src/db/error-code.ts'
import { sentTogether } from '../../src/db/sent-together.ts'
import { releases } from '../../src/releases/tables.ts'
import { freshDatabase, oneWaits, type TestDatabase } from '../databases.ts'
import { insertRelease } from '../kept.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('postgres')
  await insertRelease(database, 1)
  await insertRelease(database, 2)
})
afterAll(() => database.close())

const intend = (tx: Transaction, id: string, intent: string) =>
  tx.update(releases).set({ intent }).where(eq(releases.id, id))
const intents = async () => {
  const rows = await database.db.select({ intent: releases.intent }).from(releases).orderBy(releases.id)
  return rows.map(({ intent }) => intent)
}

describe('two transactions that wait for each other', () => {
  test('both come to their end: the one that PostgreSQL ended runs again', async () => {
    const { db } = database
    let runs = 0
    const firstHolds = Promise.withResolvers<void>()
    const secondHolds = Promise.withResolvers<void>()
    const first = afterDeadlock(() =>
      db.transaction(async (tx) => {
        runs++
        await intend(tx, 'r1', 'first')
        firstHolds.resolve()
        await secondHolds.promise
        await intend(tx, 'r2', 'first')
      }),
    )
    const second = afterDeadlock(() =>
      db.transaction(async (tx) => {
        runs++
        await intend(tx, 'r2', 'second')
        secondHolds.resolve()
        await firstHolds.promise
        await intend(tx, 'r1', 'second')
      }),
    )
    await oneWaits(database)
    await Promise.all([first, second])
    expect(runs).toBe(3)
    expect(new Set(await intents()).size).toBe(1)
  })

  test('any other failure is not tried again', async () => {
    let runs = 0
    const failing = afterDeadlock(async () => {
      runs++
      throw new Error('a bug')
    })
    await expect(failing).rejects.toThrow('a bug')
    expect(runs).toBe(1)
  })
})

describe('statements that were sent together', () => {
  test('answer each for itself, and are sent once', async () => {
    const answers = await database.db.transaction((tx) =>
      sentTogether(intend(tx, 'r1', 'together').returning({ id: releases.id }), Promise.resolve('mine')),
    )
    expect(answers).toEqual([[{ id: 'r1' }], 'mine'])
  })

  test('fail with what failed first, whichever is asked first', async () => {
    const twice = (tx: Transaction) => tx.execute('insert into releases select * from releases')
    const late = (tx: Transaction) => twice(tx).then(undefined, (error) => Promise.reject(error))
    const failing = database.db.transaction((tx) => sentTogether(late(tx), intend(tx, 'r1', 'lost')))
    expect(errorCode(await failing.catch((error: unknown) => error))).toBe('23505')
    expect(await intents()).not.toContain('lost')
  })
})
