import type { Release } from '../releases/release.ts'
import { type Relation, relations, standing } from './reviews.ts'

/** What those of one relation think of a release. */
export interface Rated {
  readonly relation: Relation
  readonly asked: number
  readonly count: number
  /** The mean of their stars, with one decimal; null while none has come. */
  readonly mean: number | null
}

/** Satisfaction by relation; a relation of which nobody was asked is left out. */
export function ratedBy(release: Release): Rated[] {
  return relations.flatMap((relation) => {
    const asked = release.review.asked.filter((one) => one.relation === relation).length
    const stars = standing(release)
      .filter((rating) => rating.relation === relation)
      .map((rating) => rating.stars)
    return asked === 0 ? [] : [{ relation, asked, count: stars.length, mean: meanOf(stars) }]
  })
}

function meanOf(stars: readonly number[]): number | null {
  if (stars.length === 0) return null
  return Math.round((stars.reduce((sum, one) => sum + one, 0) / stars.length) * 10) / 10
}

/** What people said, newest first. */
export const sentencesOf = (release: Release): string[] =>
  standing(release)
    .flatMap(({ sentence }) => (sentence === null ? [] : [sentence]))
    .reverse()
