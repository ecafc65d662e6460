import { and, eq } from 'drizzle-orm'
import { partOf, rowsOf } from '../db/rows.ts'
import type { ReleaseRef, Writers } from '../feature.ts'
import { ratings, reviewActions, reviewAsked, reviews } from './tables.ts'

export const reviewPart = partOf(
  {
    period: rowsOf(reviews),
    asked: rowsOf(reviewAsked, reviewAsked.person),
    ratings: rowsOf(ratings, ratings.number),
    actions: rowsOf(reviewActions, reviewActions.number),
  },
  ({ period: [row], ...rows }) => ({
    review: {
      period: row
        ? { started: row.started, startedBy: row.startedBy, closes: row.closes, closed: row.closed }
        : null,
      attention: row?.attention ?? null,
      asked: rows.asked.map(({ person, relation }) => ({ person, relation })),
      ratings: rows.ratings,
      actions: rows.actions,
    },
  }),
)

export const writeReview: Writers = {
  reviewStarted: async (tx, ref, { at, by, closes, asked }) => {
    const key = keyOf(ref)
    await tx.insert(reviews).values({ ...key, started: at, startedBy: by.person, closes })
    if (asked.length > 0) await tx.insert(reviewAsked).values(asked.map((one) => ({ ...key, ...one })))
  },
  rated: async (tx, ref, { number, replaces, person, relation, stars, sentence, at }) => {
    if (replaces !== null) await tx.update(ratings).set({ superseded: at }).where(isRating(ref, replaces))
    await tx.insert(ratings).values({ ...keyOf(ref), number, person, relation, stars, sentence, at })
  },
  reviewClosed: (tx, ref, { at }) => tx.update(reviews).set({ closed: at }).where(isReview(ref)),
  attentionCounted: (tx, ref, { pings, people, atNight }) =>
    tx.update(reviews).set({ attention: { pings, people, atNight } }).where(isReview(ref)),
  actionAdded: (tx, ref, { number, what, owner, due, at, by }) =>
    tx
      .insert(reviewActions)
      .values({ ...keyOf(ref), number, what, owner, due, addedAt: at, addedBy: by.person }),
  actionDone: (tx, ref, { number, at, by }) =>
    tx.update(reviewActions).set({ doneAt: at, doneBy: by.person }).where(isAction(ref, number)),
}

const keyOf = ({ workspace, id }: ReleaseRef) => ({ workspace, release: id })

const isReview = ({ workspace, id }: ReleaseRef) =>
  and(eq(reviews.workspace, workspace), eq(reviews.release, id))

const isRating = ({ workspace, id }: ReleaseRef, number: number) =>
  and(eq(ratings.workspace, workspace), eq(ratings.release, id), eq(ratings.number, number))

const isAction = ({ workspace, id }: ReleaseRef, number: number) =>
  and(eq(reviewActions.workspace, workspace), eq(reviewActions.release, id), eq(reviewActions.number, number))
