import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evolveUnfilled } from '../../src/people/unfilled.ts'
import { unfilledPart, writeUnfilled } from '../../src/people/unfilled-store.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { insertRelease, kept } from '../kept.ts'

const features = [{ name: 'roles', part: unfilledPart, evolve: evolveUnfilled, write: writeUnfilled }]

describe.each(engines)('roles that nobody fills are kept on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  test('until somebody fills them, and may be told anew', async () => {
    const release = { ...(await insertRelease(database, 1)), unfilled: [] }
    const { after, loaded } = await kept(database, features, release, [
      { type: 'rolesUnfilled', roles: ['Web', 'On call'] },
      { type: 'rolesFilled', roles: ['Web'] },
      { type: 'rolesUnfilled', roles: ['Data', 'Web'] },
      { type: 'rolesFilled', roles: ['Data'] },
    ])
    expect(after.unfilled).toEqual(['On call', 'Web'])
    expect(loaded?.unfilled).toEqual(after.unfilled)
  })
})
