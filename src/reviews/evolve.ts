import type { Evolvers, Release } from '../releases/release.ts'
import type { Review } from './reviews.ts'

export const evolveReview: Evolvers = {
  reviewStarted: (release, { closes, asked, at, by }) => ({
    ...reviewing(release, { period: { started: at, startedBy: by.person, closes, closed: null }, asked }),
    state: 'reviewing',
  }),
  rated: (release, { number, replaces, person, relation, stars, sentence, at }) => {
    const former = release.review.ratings.map((one) =>
      one.number === replaces ? { ...one, superseded: at } : one,
    )
    const rating = { number, person, relation, stars, sentence, at, superseded: null }
    return reviewing(release, { ratings: [...former, rating] })
  },
  reviewClosed: (release, { at }) => ({
    ...reviewing(release, { period: release.review.period && { ...release.review.period, closed: at } }),
    state: 'closed',
    endedAt: at,
    hold: null,
  }),
  attentionCounted: (release, { pings, people, atNight }) =>
    reviewing(release, { attention: { pings, people, atNight } }),
  actionAdded: (release, { number, what, owner, due, at, by }) => {
    const action = { number, what, owner, due, addedAt: at, addedBy: by.person, doneAt: null, doneBy: null }
    return reviewing(release, { actions: [...release.review.actions, action] })
  },
  actionDone: (release, { number, at, by }) =>
    reviewing(release, {
      actions: release.review.actions.map((one) =>
        one.number === number ? { ...one, doneAt: at, doneBy: by.person } : one,
      ),
    }),
}

const reviewing = (release: Release, part: Partial<Review>): Release => ({
  ...release,
  review: { ...release.review, ...part },
})
