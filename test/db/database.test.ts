import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { releases, timeline } from '../../src/releases/tables.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase
  afterEach(() => database.close())

  test('migrating again changes nothing', async () => {
    database = await freshDatabase(engine)
    await migrate(database)
    expect(await database.db.select().from(releases)).toEqual([])
  })

  test('a timeline entry can be neither changed nor deleted', async () => {
    database = await freshDatabase(engine)
    const at = new Date('2026-12-01T15:00:00Z')
    const head = {
      workspace: 'T1',
      id: 'r',
      key: 'payments-1',
      product: 'payments',
      version: '1',
      model: 'm',
      modelVersion: 1,
    }
    const rest = {
      intent: '',
      state: 'planned' as const,
      target: at,
      manager: 'U1',
      plannedBy: 'U1',
      plannedAt: at,
      revision: 1,
    }
    await database.db.insert(releases).values({ ...head, ...rest })
    await database.db.insert(timeline).values({
      workspace: 'T1',
      release: 'r',
      seq: 1,
      type: 'x',
      at,
      person: null,
      door: 'timer',
      facts: {},
    })
    await expect(database.db.execute(sql`update timeline set type = 'y'`)).rejects.toThrow()
    await expect(database.db.execute(sql`delete from timeline`)).rejects.toThrow()
    const [kept] = await database.db.select().from(timeline)
    expect(kept).toMatchObject({ type: 'x', at })
  })
})

test('three replicas that start together migrate once', async () => {
  const database = await freshDatabase('postgres')
  await database.db.execute(sql`drop schema public cascade; `)
  await database.db.execute(sql`create schema public`)
  await database.db.execute(sql`drop schema if exists drizzle cascade`)
  await Promise.all([migrate(database), migrate(database), migrate(database)])
  expect(await database.db.select().from(releases)).toEqual([])
  await database.close()
})
