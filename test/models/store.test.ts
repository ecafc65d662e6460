import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Model } from '../../src/models/models.ts'
import { keepModels } from '../../src/models/store.ts'
import { models } from '../../src/models/tables.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { solo, standard } from '../given.ts'

const { version: _, ...first } = standard
const later = { ...first, summary: 'With a longer load test', reminders: [] }

describe.each(engines)('models on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())
  beforeEach(() => database.db.delete(models))

  const keep = (defined: readonly Omit<Model, 'version'>[], workspace = 'T1') =>
    database.db.transaction((tx) => keepModels(tx, workspace, defined))
  const kept = async (workspace = 'T1') => {
    const rows = await database.db
      .select()
      .from(models)
      .where(eq(models.workspace, workspace))
      .orderBy(models.name, models.version)
    return rows.map(({ definition }) => definition)
  }

  test('are kept as they are', async () => {
    await keep([first, solo])
    expect(await kept()).toEqual([solo, standard])
  })

  test('stay at their version while they say the same', async () => {
    await keep([first])
    await keep([first])
    expect(await kept()).toEqual([standard])
  })

  test('become a new version when they say something else; the old one stays', async () => {
    await keep([first])
    await keep([later])
    expect(await kept()).toEqual([standard, { ...later, version: 2 }])
  })

  test('that go back to what they said before are a new version too', async () => {
    await keep([first])
    await keep([later])
    await keep([first])
    expect((await kept()).map(({ version, summary }) => `${version} ${summary}`)).toEqual([
      `1 ${first.summary}`,
      `2 ${later.summary}`,
      `3 ${first.summary}`,
    ])
  })

  test('that the manifest no longer has stay for their releases', async () => {
    await keep([first, solo])
    await keep([first])
    expect((await kept()).map(({ name }) => name)).toEqual(['solo', 'standard'])
  })

  test('have versions of their own in each workspace', async () => {
    await keep([first])
    await keep([later])
    await keep([later], 'T2')
    expect(await kept('T2')).toEqual([{ ...later, version: 1 }])
  })

  test('brought by replicas that start together are one version', async () => {
    await Promise.all([keep([first]), keep([first]), keep([first])])
    expect(await kept()).toEqual([standard])
  })
})
