import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channels } from '../../src/channels/tables.ts'
import { evolveFollow } from '../../src/follow/follow.ts'
import { followPart, writeFollow } from '../../src/follow/store.ts'
import { followers } from '../../src/follow/tables.ts'
import { keepModels } from '../../src/models/store.ts'
import { keepPeople } from '../../src/people/directory-store.ts'
import { keepProducts } from '../../src/products/store.ts'
import { loadAll, loadLocked, loadOfChannel } from '../../src/releases/load-store.ts'
import { freshDatabase, oneWaits, type TestDatabase } from '../databases.ts'
import { givenFacts, payments, people, standard } from '../given.ts'
import { insertRelease } from '../kept.ts'

const follow = { name: 'follow', part: followPart, evolve: evolveFollow, write: writeFollow }
const ctx = { features: [follow], admins: [] }

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('postgres')
})
afterAll(() => database.close())

test('who waits for the lock decides on what the one before it wrote, in every table', async () => {
  const { workspace, id } = await insertRelease(database, 1)
  const ref = { workspace, id }
  await database.db.transaction(async (tx) => {
    await keepProducts(tx, workspace, [payments])
    await keepModels(tx, workspace, [standard])
  })
  const second = Promise.withResolvers<readonly string[] | undefined>()
  await database.db.transaction(async (tx) => {
    await loadLocked(tx, ctx, ref, null)
    await tx.insert(followers).values({ workspace, release: id, person: people.dba })
    database.db
      .transaction(async (other) => (await loadLocked(other, ctx, ref, null))?.release.followers)
      .then(second.resolve, second.reject)
    await oneWaits(database)
  })
  expect(await second.promise).toEqual([people.dba])
})

describe('a release read with its facts', () => {
  test('knows everyone whom it names and who acts, whatever they fill', async () => {
    const { workspace, id } = await insertRelease(database, 2)
    await database.db.transaction(async (tx) => {
      await keepProducts(tx, workspace, [payments])
      await keepModels(tx, workspace, [standard])
    })
    await keepPeople(database.db, workspace, [...givenFacts().people.values()])
    await database.db.insert(followers).values({ workspace, release: id, person: people.bystander })
    const [known] = await loadAll(database.db, ctx, workspace, [id], people.guest)
    const { rm, deputy, admin, bystander, guest } = people
    expect([...(known?.facts.people.keys() ?? [])].sort()).toEqual(
      [rm, deputy, admin, bystander, guest].sort(),
    )
    expect(known?.facts.admins).toEqual([admin])
  })

  test('is found by its channel, and by no other', async () => {
    const { workspace, id } = await insertRelease(database, 3)
    await database.db
      .insert(channels)
      .values({ workspace, release: id, channel: 'C3', name: 'rel-payments-2-4-3', steps: {} })
    const of = async (team: string, channel: string) =>
      (await loadOfChannel({ ...ctx, db: database.db }, team, channel, people.rm))?.release.id
    expect(await of(workspace, 'C3')).toBe(id)
    expect([await of(workspace, 'C4'), await of('T2', 'C3')]).toEqual([undefined, undefined])
  })
})
