import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evolveFollow, follows } from '../../src/follow/follow.ts'
import { followPart, writeFollow } from '../../src/follow/store.ts'
import type { ReleaseEvent } from '../../src/releases/release.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { people } from '../given.ts'
import { insertRelease, kept } from '../kept.ts'

const features = [{ name: 'follow', part: followPart, evolve: evolveFollow, write: writeFollow }]
const someone = fc.constantFrom(people.bystander, people.rm, people.dba, people.apiOwner)

/** Everyone follows or stops in turn, as the rules allow. */
function events(comingAndGoing: readonly string[]): ReleaseEvent[] {
  let followers: readonly string[] = []
  return comingAndGoing.map((person) => {
    const stops = followers.includes(person)
    followers = stops ? followers.filter((one) => one !== person) : [...followers, person]
    return { type: stops ? 'unfollowed' : 'followed', person }
  })
}

describe.each(engines)('followers are kept on %s', (engine) => {
  let database: TestDatabase
  let next = 0
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  test('whoever comes and goes: what is loaded is what the events made of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { maxLength: 12 }), async (comingAndGoing) => {
        next += 1
        const release = { ...(await insertRelease(database, next)), followers: [] }
        const { after, loaded } = await kept(database, features, release, events(comingAndGoing))
        expect(loaded?.followers).toEqual(after.followers)
        const times = comingAndGoing.filter((person) => person === people.rm).length
        expect(loaded && follows(loaded, people.rm)).toBe(times % 2 === 1)
      }),
      { numRuns: 15 },
    )
  })
})
