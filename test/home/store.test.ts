import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../src/app.ts'
import {
  forgetHome,
  knownReleases,
  noteOpened,
  notePublished,
  publishedHome,
  whoCancelled,
  whoHasHome,
} from '../../src/home/store.ts'
import { keepModels } from '../../src/models/store.ts'
import { keepProducts } from '../../src/products/store.ts'
import type { State } from '../../src/releases/release.ts'
import { releases, timeline } from '../../src/releases/tables.ts'
import { reviewActions, reviews } from '../../src/reviews/tables.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { berlin, givenRelease, payments, people, standard, workspace } from '../given.ts'

describe.each(engines)('what Home reads, on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase(engine)
    for (const one of [workspace, 'T2']) {
      await database.db.transaction(async (tx) => {
        await keepModels(tx, one, [standard])
        await keepProducts(tx, one, [payments])
      })
    }
    await insert('flying', 'preparing')
    await insert('elsewhere', 'preparing', 'T2')
    await insert('done', 'closed')
    await insert('cancelled', 'cancelled')
    await insert('unfinished', 'closed')
    await withActions('unfinished', null)
    await insert('finished', 'closed')
    await withActions('finished', berlin('14 Dec 10:00'))
  })
  afterAll(() => database.close())

  async function insert(id: string, state: State, where = workspace) {
    const { model, hold: _, ...head } = givenRelease({ id, key: id, state, workspace: where })
    const row = { ...head, model: model.name, modelVersion: model.version, hold: null }
    await database.db.insert(releases).values(row)
  }

  async function withActions(release: string, doneAt: Date | null) {
    const at = berlin('10 Dec 11:00')
    await database.db.insert(reviews).values({ workspace, release, started: at, closes: at })
    const action = { what: 'Size the pool', owner: people.apiOwner, due: at, addedAt: at, doneAt }
    await database.db.insert(reviewActions).values([
      { workspace, release, number: 1, ...action },
      { workspace, release, number: 2, ...action },
    ])
  }

  const keysIn = async (where: string) => {
    const known = await knownReleases({ db: database.db, features, admins: [] }, where)
    return known.map(({ release }) => release.key)
  }

  test('releases in flight, and closed ones while an action is open, each once', async () => {
    expect(await keysIn(workspace)).toEqual(['flying', 'unfinished'])
  })

  test('nothing of another workspace', async () => {
    expect(await keysIn('T2')).toEqual(['elsewhere'])
  })

  test('who cancelled a release', async () => {
    const entry = { workspace, release: 'cancelled', at: berlin('30 Nov 10:00'), facts: {} }
    await database.db.insert(timeline).values([
      { ...entry, seq: 1, type: 'releasePlanned', person: people.rm, door: 'command' },
      { ...entry, seq: 2, type: 'releaseCancelled', person: people.deputy, door: 'button' },
    ])
    expect(await whoCancelled(database.db, { workspace, id: 'cancelled' })).toBe(people.deputy)
    expect(await whoCancelled(database.db, { workspace, id: 'flying' })).toBeNull()
  })

  describe('the Homes', () => {
    const opens = (person: string, blank: boolean) =>
      database.db.transaction((tx) => noteOpened(tx, workspace, person, { blank }))
    const published = (person: string) => publishedHome(database.db, workspace, person)

    test('exist for those who have opened theirs, here', async () => {
      await opens(people.dba, true)
      await opens(people.dba, false)
      expect(await whoHasHome(database.db, workspace, [people.dba, people.rm])).toEqual([people.dba])
      expect(await whoHasHome(database.db, 'T2', [people.dba])).toEqual([])
      expect(await published(people.rm)).toBeUndefined()
    })

    test('remember what was published, until Slack shows nothing there', async () => {
      await opens(people.qaLead, true)
      await notePublished(database.db, workspace, people.qaLead, 'f1')
      await opens(people.qaLead, false)
      expect(await published(people.qaLead)).toEqual({ fingerprint: 'f1' })
      await opens(people.qaLead, true)
      expect(await published(people.qaLead)).toEqual({ fingerprint: null })
    })

    test('are forgotten with those who left', async () => {
      await opens(people.webOwner, true)
      await forgetHome(database.db, workspace, people.webOwner)
      expect(await published(people.webOwner)).toBeUndefined()
    })
  })
})
