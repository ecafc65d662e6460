import type { Changed, Effect, Feature } from '../feature.ts'
import { actionAsk } from './action-ask.ts'
import { actionCommand, actionSubmitted, donePressed, openAction } from './action-slack.ts'
import { evolveReview } from './evolve.ts'
import { ratingAsk } from './rating-ask.ts'
import * as review from './review-slack.ts'
import { reviewAtHome, reviewSummary } from './review-summary.ts'
import { closesByItself, dueToClose, dueToStart, startsByItself } from './reviewing.ts'
import { reviewPart, writeReview } from './store.ts'
import { tellsReviews } from './tells.ts'
import { waitingReviews } from './waiting.ts'
import { attentionJob } from './worker.ts'

/** How it was: ratings of those concerned, the facts by themselves, and actions that outlive the release. */
export const reviews: Feature = {
  name: 'reviews',
  part: reviewPart,
  evolve: evolveReview,
  write: writeReview,
  tells: tellsReviews,
  react: follow,
  due: (...on) => [...dueToStart(...on), ...dueToClose(...on)],
  wakes: (release, facts) =>
    [startsByItself(release, facts), closesByItself(release)].filter((at) => at !== null),
  waiting: waitingReviews,
  commands: [review.reviewCommand, actionCommand],
  actions: [
    review.startPressed,
    review.closePressed,
    review.starPressed,
    review.openRating,
    openAction,
    donePressed,
  ],
  forms: [review.ratingSubmitted, actionSubmitted],
  surfaces: [reviewSummary, reviewAtHome, ratingAsk, actionAsk],
  jobs: [attentionJob],
}

function follow({ after, events }: Changed): Effect[] {
  return events.flatMap((event): Effect[] => {
    if (event.type === 'actionAdded' && event.owner !== event.by.person)
      return [{ post: actionAsk.kind, key: String(event.number), person: event.owner }]
    if (event.type !== 'reviewStarted') return []
    return [
      { post: reviewSummary.kind, key: '' },
      { post: reviewAtHome.kind, key: '' },
      ...event.asked.map(({ person }) => ({ post: ratingAsk.kind, key: person, person })),
      { job: attentionJob.name, payload: { workspace: after.workspace, release: after.id } },
    ]
  })
}
