import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Post } from '../../src/feature.ts'
import { keptSurfaces, wantSurfaces } from '../../src/surfaces/store.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('pglite')
})
afterAll(() => database.close())

test('what takes the place of others ends them, in its release and of its kind only', async () => {
  const [ref, other] = [
    { workspace: 'T1', id: 'r1' },
    { workspace: 'T1', id: 'r2' },
  ]
  const want = (of: typeof ref, ...posts: readonly Post[]) =>
    database.db.transaction((tx) => wantSurfaces(tx, of, posts))
  await want(ref, { post: 'notice', key: '1' }, { post: 'notice', key: '2' }, { post: 'card', key: '1' })
  await want(other, { post: 'notice', key: '1' })
  await want(ref, { post: 'notice', key: '3', insteadOf: ['1'] })
  const told = (await keptSurfaces(database.db, ref)).map(({ kind, key, wanted }) => [kind, key, wanted])
  expect(told).toEqual([
    ['card', '1', 2],
    ['notice', '2', 2],
    ['notice', '3', 1],
  ])
  expect(await keptSurfaces(database.db, other)).toMatchObject([{ key: '1', wanted: 1 }])
})
