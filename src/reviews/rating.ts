import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { oneLine } from '../slack/harmless.ts'
import { full, placeName } from '../time/words.ts'
import { askedAs, type Given, ratingBy, takesRatings } from './reviews.ts'

/** The longest sentence that is kept. */
export const longestSentence = 300

/** What somebody says; a sentence left out stays what it was. */
export interface Said {
  readonly stars: number
  readonly sentence?: string | null | undefined
}

/** Rates the release, or changes one's rating while the review is open. */
export function rate(release: Release, facts: Facts, now: Date, actor: Actor, said: Said): ReleaseEvent[] {
  if (!takesRatings(release, now)) throw notTaken(release, facts)
  const asked = askedAs(release, actor.person)
  if (!asked)
    throw new Rejection(
      'Its review asks those who did it, receive it or use it. You may add to its timeline.',
    )
  const former = ratingBy(release, asked.person)
  const given = sound(said, former?.sentence ?? null)
  if (former && former.stars === given.stars && former.sentence === given.sentence) return []
  const number = release.review.ratings.length + 1
  return [{ type: 'rated', number, replaces: former?.number ?? null, ...asked, ...given }]
}

function sound({ stars, sentence }: Said, former: string | null): Given {
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) {
    throw new Rejection('From 1, poor, to 5, great. Like: /release review 4 good handover', {
      field: 'stars',
    })
  }
  const words = sentence === undefined ? former : (sentence && oneLine(sentence).trim()) || null
  if (words && words.length > longestSentence) {
    const length = words.length.toLocaleString('en')
    throw new Rejection(`That has ${length} characters, and ${longestSentence} fit.`, { field: 'sentence' })
  }
  return { stars, sentence: words }
}

function notTaken({ key, state, review: { period } }: Release, { product: { zone } }: Facts): Rejection {
  if (!period) return new Rejection(`${key} is ${state}. It is rated in its review.`)
  const until = period.closed ?? period.closes
  return new Rejection(`${key} took ratings until ${full(until, zone)} ${placeName(zone)}.`)
}
