import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepMoved } from '../../src/channels/moved-store.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('pglite')
})
afterAll(() => database.close())

const card = (id: string, values: Partial<typeof surfaces.$inferInsert>) => ({
  ...{ workspace: 'T1', id, release: 'r1', kind: 'card', key: id, params: {}, channel: 'C1', ts: '1.0' },
  ...{ wanted: 2, drawn: 1 },
  ...values,
})

test('what was posted in it follows a channel to its new id, also what the old one led nowhere for', async () => {
  const cards = [
    card('kept', {}),
    card('strayed', { letGo: 'channel_not_found' }),
    card('past', { letGo: 'past' }),
    card('elsewhere', { channel: 'C3', release: 'r2' }),
    card('not ours', { workspace: 'T2' }),
  ]
  await database.db.insert(surfaces).values(cards)
  const owners = await database.db.transaction((tx) =>
    keepMoved(tx, { workspace: 'T1', from: 'C1', to: 'C2' }),
  )
  expect(owners).toEqual(['r1'])
  const rows = await database.db.select().from(surfaces)
  expect(Object.fromEntries(rows.map(({ id, channel, letGo }) => [id, [channel, letGo]]))).toEqual({
    kept: ['C2', null],
    strayed: ['C2', null],
    past: ['C1', 'past'],
    elsewhere: ['C3', null],
    'not ours': ['C1', null],
  })
})
