import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evolveApproaching } from '../../src/reminders/approaching.ts'
import { approachesPart, isFirstLook, lookedAt, writeApproaches } from '../../src/reminders/store.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { berlin, workspace } from '../given.ts'
import { insertRelease, kept } from '../kept.ts'

const features = [
  { name: 'approaching', part: approachesPart, evolve: evolveApproaching, write: writeApproaches },
]
const approach = (target: string, offset: number, date = '2026-11-26') =>
  ({ type: 'targetApproaching', target: berlin(target), offset, date }) as const

describe.each(engines)('reminders are kept on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  test('each approach to each target, in the order it was told', async () => {
    const release = { ...(await insertRelease(database, 1)), approaches: [] }
    const told = [approach('8 Dec 16:00', 0), approach('1 Dec 16:00', 0), approach('1 Dec 16:00', 1)]
    const { after, loaded } = await kept(database, features, release, told)
    expect(after.approaches).toHaveLength(3)
    expect(loaded?.approaches).toEqual(after.approaches)
  })

  test('of many who look at one morning at once, one is the first', async () => {
    const morning = { zone: 'Europe/Berlin', date: '2026-12-01' }
    const at = berlin('1 Dec 09:00')
    const look = () => database.db.transaction((tx) => isFirstLook(tx, workspace, morning, at))
    const first = (await Promise.all([look(), look(), look(), look()])).filter(Boolean)
    expect(first).toHaveLength(1)
    expect(await lookedAt(database.db, workspace, '2026-12-01')).toEqual([morning])
    expect(await lookedAt(database.db, workspace, '2026-12-02')).toEqual([])
    expect(await lookedAt(database.db, 'T2', '2026-12-01')).toEqual([])
  })

  test('a look that was broken off leaves the morning to another', async () => {
    const morning = { zone: 'America/New_York', date: '2026-12-01' }
    const at = berlin('1 Dec 15:00')
    const broken = database.db.transaction(async (tx) => {
      await isFirstLook(tx, workspace, morning, at)
      throw new Error('killed')
    })
    await expect(broken).rejects.toThrow('killed')
    expect(await database.db.transaction((tx) => isFirstLook(tx, workspace, morning, at))).toBe(true)
  })
})
