import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDatabase } from '../../scripts/doctor/database.ts'
import { directorySyncs } from '../../src/people/tables.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { givenRelease } from '../given.ts'
import { insertRelease } from '../kept.ts'
import { troubles } from './found.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('postgres')
})
afterAll(() => database.close())

describe('the doctor, of the database', () => {
  const checked = (DATABASE_URL = database.url ?? '', workspace = 'T0HARBOUR') =>
    checkDatabase({ DATABASE_URL, DATA_DIR: '' }, workspace)
  const elsewhere = (pathname: string) => Object.assign(new URL(database.url ?? ''), { pathname }).href

  test('finds one that is there, new enough, migrated, and with the right time', async () => {
    expect(troubles(await checked())).toEqual([])
  })

  test('says what to run for one without tables', async () => {
    const [trouble] = troubles(await checked(elsewhere('/postgres')))
    expect(trouble?.what).toMatch(/^its schema lacks (\d) of \1 migrations$/)
    expect(trouble?.fix).toContain('npm run db:migrate')
  })

  test('knows one that a newer version has migrated', async () => {
    const { db } = database
    await db.execute(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('new', 9e15)`)
    const [trouble] = troubles(await checked())
    await db.execute(`delete from drizzle.__drizzle_migrations where hash = 'new'`)
    expect(trouble?.what).toBe('its schema is newer than this Shipshape')
    expect(troubles(await checked())).toEqual([])
  })

  test('says when a user may not make tables', async () => {
    await database.db.execute('create role poor login')
    const [trouble] = troubles(
      await checked(Object.assign(new URL(elsewhere('/postgres')), { username: 'poor' }).href),
    )
    await database.db.execute('drop role poor')
    expect(trouble?.what).toMatch(/migrations, and its user may not make them$/)
    expect(trouble?.fix).toContain('grant create on database')
  })

  test('knows the token of another workspace by what is on record', async () => {
    await insertRelease(database, 1, (one) => givenRelease({ ...one, workspace: 'T0OTHER' }))
    const [trouble] = troubles(await checked())
    expect(trouble?.what).toBe(
      'the database holds releases of another workspace (1 of T0OTHER), and none of T0HARBOUR',
    )
    expect(trouble?.fix).toContain('Set the SLACK_BOT_TOKEN of that one')
    expect(troubles(await checked(undefined, 'T0OTHER'))).toEqual([])
    await database.db.insert(directorySyncs).values({ workspace: 'T0HARBOUR' })
    expect(troubles(await checked())).toEqual([])
  })

  test.each([
    ['nobody answers', () => 'postgres://ship:hunter2@127.0.0.1:1/x', 'ECONNREFUSED', 'host and port'],
    ['there is none of that name', () => elsewhere('/nowhere'), 'does not exist', 'createdb'],
  ])('says why it cannot be used: %s', async (_, url, what, fix) => {
    const [trouble] = troubles(await checked(url()))
    expect(trouble?.what).toContain(what)
    expect(trouble?.fix).toContain(fix)
  })

  test('makes no embedded one where none is, and says whether that could be done', async () => {
    const [finding] = await checkDatabase({ DATA_DIR: 'not-made-yet' }, null)
    expect(finding?.what).toBe('the embedded database will be made in not-made-yet at the first start')
    const [trouble] = troubles(await checkDatabase({ DATA_DIR: 'package.json/data' }, null))
    expect(trouble?.what).toBe('the embedded database cannot be made in package.json/data')
    expect(trouble?.fix).toContain('DATA_DIR')
  })
})
