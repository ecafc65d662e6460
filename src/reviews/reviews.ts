import type { PersonId } from '../people/people.ts'
import type { Release } from '../releases/release.ts'

/** How somebody stands to a release. Kept with each rating: satisfaction is measured of each kind apart. */
export const relations = ['did', 'receives', 'uses'] as const
export type Relation = (typeof relations)[number]

export interface Asked {
  readonly person: PersonId
  readonly relation: Relation
}

export interface Given {
  /** 1 to 5. */
  readonly stars: number
  readonly sentence: string | null
}

/** One person's word about a release. Former ones are kept. */
export interface Rating extends Asked, Given {
  readonly number: number
  readonly at: Date
  /** When its author said otherwise. */
  readonly superseded: Date | null
}

export interface NewAction {
  /** Its number for life, on every surface and in commands. */
  readonly number: number
  readonly what: string
  readonly owner: PersonId
  readonly due: Date
}

/** What is to be done because of this release; it lives on after the release is closed. */
export interface Action extends NewAction {
  readonly addedAt: Date
  readonly addedBy: PersonId | null
  readonly doneAt: Date | null
  readonly doneBy: PersonId | null
}

/** How often people were pinged for this release up to its review. */
export interface Attention {
  readonly pings: number
  readonly people: number
  readonly atNight: number
}

export interface Period {
  readonly started: Date
  readonly startedBy: PersonId | null
  /** Until when ratings are taken. */
  readonly closes: Date
  readonly closed: Date | null
}

export interface Review {
  /** Null until the review starts. */
  readonly period: Period | null
  /** By person. */
  readonly asked: readonly Asked[]
  readonly ratings: readonly Rating[]
  readonly actions: readonly Action[]
  readonly attention: Attention | null
}

declare module '../releases/release.ts' {
  interface Release {
    readonly review: Review
  }
  interface ReleaseEvents {
    reviewStarted: { readonly closes: Date; readonly asked: readonly Asked[] }
    rated: { readonly number: number; readonly replaces: number | null } & Asked & Given
    reviewClosed: Record<never, never>
    attentionCounted: Attention
    actionAdded: NewAction
    actionDone: { readonly number: number }
  }
}

export const notReviewed: Review = { period: null, asked: [], ratings: [], actions: [], attention: null }

/** The ratings that count: one of each person. */
export const standing = ({ review }: Release): readonly Rating[] =>
  review.ratings.filter(({ superseded }) => superseded === null)

export const ratingBy = (release: Release, person: PersonId | null): Rating | undefined =>
  standing(release).find((rating) => rating.person === person)

export const askedAs = ({ review }: Release, person: PersonId | null): Asked | undefined =>
  review.asked.find((asked) => asked.person === person)

/** Those who were asked and have not said anything yet. */
export const silent = (release: Release): readonly Asked[] =>
  release.review.asked.filter(({ person }) => !ratingBy(release, person))

/** Whether a rating can be given, or changed, at this moment. */
export const takesRatings = ({ state, review }: Release, now: Date): boolean =>
  state === 'reviewing' && review.period !== null && review.period.closes > now

export const openActions = ({ review }: Release): readonly Action[] =>
  review.actions.filter(({ doneAt }) => doneAt === null)
