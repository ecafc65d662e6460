import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Feature } from '../../src/feature.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { addAction, finishAction } from '../../src/reviews/acting.ts'
import { rate } from '../../src/reviews/rating.ts'
import { closeReview, startReview } from '../../src/reviews/reviewing.ts'
import { openActions } from '../../src/reviews/reviews.ts'
import { reviewPart, writeReview } from '../../src/reviews/store.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { insertRelease, loaded, written } from '../kept.ts'
import { nasty } from '../slack/nasty.ts'
import { features, givenVerified } from './given-review.ts'

const kept: readonly Feature[] = [...features, { name: 'reviews', part: reviewPart, write: writeReview }]
const facts = givenFacts()
const rm = actor(people.rm)
type Act = (release: Release, now: Date) => ReleaseEvent[]

const asked = fc.constantFrom(people.rm, people.supportLead)
const anyRating = fc
  .record({ person: asked, stars: fc.integer({ min: 1, max: 5 }), sentence: fc.option(nasty) })
  .map(
    ({ person, ...said }): Act =>
      (release, now) =>
        rate(release, facts, now, actor(person), said),
  )
const anyAction = fc
  .record({ what: nasty, owner: fc.constantFrom(people.dba, people.apiOwner) })
  .map(({ what, owner }): Act => {
    const wish = { what: `do ${what}`, owner: facts.people.get(owner) ?? null, due: berlin('15 Dec 17:00') }
    return (release, now) => addAction(release, facts, now, rm, wish)
  })
const anyDone = fc.constant<Act>((release, now) => {
  const [action] = openActions(release)
  return action ? finishAction(release, facts, now, rm, action.number) : []
})
const counted: Act = () => [{ type: 'attentionCounted', pings: 31, people: 12, atNight: 2 }]
const anyReview = fc.array(fc.oneof(anyRating, anyAction, anyDone, fc.constant(counted)), { maxLength: 15 })

const start: Act = (release, now) => startReview(release, facts, now, rm)
const close: Act = (release, now) => closeReview(release, facts, now, rm)

describe.each(engines)('a review is kept on %s', (engine) => {
  let database: TestDatabase
  let next = 0
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  function happens(release: Release, act: Act, minute: number): Promise<Release> {
    const at = new Date(berlin('3 Dec 11:00').getTime() + minute * 60_000)
    return written(database, kept, release, act(release, at), { at, by: rm })
  }

  test('whatever came: what is loaded is what the events made of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyReview, async (acts) => {
        next += 1
        let release = await insertRelease(database, next, givenVerified)
        for (const [minute, act] of [start, ...acts, close].entries())
          release = await happens(release, act, minute)
        expect((await loaded(database, kept, release))?.review).toEqual(release.review)
      }),
      { numRuns: 12 },
    )
  })
})
