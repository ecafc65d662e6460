import type { Waiting } from '../feature.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, button, md } from '../slack/blocks.ts'
import { acts } from './contract.ts'
import { openActions, silent, takesRatings } from './reviews.ts'

/** A rating of those who have not given one, and actions of those who own them, also after the release closed. */
export const waitingReviews = (release: Release, _facts: Facts, now: Date): Waiting[] => [
  ...waitingRatings(release, now),
  ...waitingActions(release, now),
]

function waitingRatings(release: Release, now: Date): Waiting[] {
  if (release.hold || !takesRatings(release, now)) return []
  const value = JSON.stringify({ release: release.id })
  return silent(release).map(({ person }) => ({
    person,
    release: release.id,
    kind: 'rating',
    what: md`Rate ${release.key}, from 1 to 5`,
    due: release.review.period?.closes ?? null,
    late: false,
    buttons: actions([button({ text: 'Rate it…', action: acts.openRating, value })]),
  }))
}

const waitingActions = (release: Release, now: Date): Waiting[] =>
  openActions(release).map(({ number, what, owner, due }) => ({
    person: owner,
    release: release.id,
    kind: 'action',
    what: md`${number} ${what}`,
    due,
    late: due <= now,
    buttons: actions([
      button({
        text: 'Done',
        action: acts.actionDone,
        value: JSON.stringify({ release: release.id, number }),
        spoken: `${number} done: ${what}`,
      }),
    ]),
  }))
