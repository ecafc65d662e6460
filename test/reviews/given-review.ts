import type { Feature } from '../../src/feature.ts'
import type { PersonId } from '../../src/people/people.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { addAction } from '../../src/reviews/acting.ts'
import { evolveReview } from '../../src/reviews/evolve.ts'
import { rate } from '../../src/reviews/rating.ts'
import { closeReview, startReview } from '../../src/reviews/reviewing.ts'
import { notReviewed } from '../../src/reviews/reviews.ts'
import { features as executing, live } from '../execution/given-execution.ts'
import { actor, after, berlin, givenFacts, people } from '../given.ts'
import { passing } from '../verification/given-verification.ts'

export const features: readonly Feature[] = [...executing, { name: 'reviews', evolve: evolveReview }]

const target = { target: berlin('1 Dec 16:00'), at: berlin('16 Nov 10:00'), by: people.rm, why: null }

/** Live for everyone since Wed 2 Dec, 15:15, four hours late; its checks are open. */
export const givenLive = (overrides: Partial<Release> = {}): Release => ({
  ...live(),
  review: notReviewed,
  targets: [target],
  ...overrides,
})

/** Its five checks passed on Thu 3 Dec, 10:00. */
export const givenVerified = (overrides: Partial<Release> = {}): Release =>
  passing(givenLive(overrides), 1, 2, 3, 4, 5)

type Rule = (release: Release, facts: Facts, now: Date) => ReleaseEvent[]

/** Somebody does something at a wall time in Berlin; what they may not do throws. */
export function does(release: Release, at: string, person: PersonId, rule: Rule): Release {
  const now = berlin(at)
  return after(features, release, rule(release, givenFacts(), now), { at: now, by: actor(person) })
}

/** In review since Thu 3 Dec, 11:00, until Thu 10 Dec, 11:00. */
export const givenReview = (release = givenVerified()): Release =>
  does(release, '3 Dec 11:00', people.rm, (...on) => startReview(...on, actor(people.rm)))

export const rates = (release: Release, person: PersonId, stars: number, sentence?: string | null): Release =>
  does(release, '4 Dec 10:00', person, (...on) => rate(...on, actor(person), { stars, sentence }))

export const adds = (release: Release, what: string, owner: PersonId, due: string): Release =>
  does(release, '4 Dec 11:00', people.rm, (...on) => {
    const wish = { what, owner: givenFacts().people.get(owner) ?? null, due: berlin(due) }
    return addAction(...on, actor(people.rm), wish)
  })

export const closes = (release: Release, at = '10 Dec 11:00'): Release =>
  does(release, at, people.rm, (...on) => closeReview(...on, actor(people.rm)))
