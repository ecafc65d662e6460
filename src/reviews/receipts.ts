import { nameOf, runsIt } from '../people/permissions.ts'
import type { Result } from '../releases/change.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, button, day, type Md, type Message, md, message, section, when } from '../slack/blocks.ts'
import { askedAbout } from './asking.ts'
import { acts } from './contract.ts'
import { outcomeWords } from './outcome.ts'
import { changeButton, starButtons } from './rating-ask.ts'
import { drawReview } from './review-summary.ts'
import { startsByItself } from './reviewing.ts'
import { askedAs, openActions, ratingBy, silent, takesRatings } from './reviews.ts'

const said = (words: Md, button?: ReturnType<typeof actions>): Message =>
  message(words, [section(words), button])

/** What starting the review does, with its button for who may. */
export function startQuestion(release: Release, facts: Facts, person: string): Message {
  const people = askedAbout(release, facts).length
  const itself = startsByItself(release, facts)
  const what = md`The review of *${release.key}* asks ${people} ${people === 1 ? 'person' : 'people'}.`
  const alone = itself ? md` It starts ${when(itself, facts.product.zone)} by itself.` : md``
  const value = JSON.stringify({ release: release.id })
  const start = button({ text: 'Start the review', action: acts.start, value, style: 'primary' })
  return said(md`${what}${alone}`, runsIt(release, facts, person) ? actions([start]) : null)
}

export function startedReceipt({ key, review }: Release, { product }: Facts): Message {
  const closes = review.period?.closes
  const until = closes && md` until ${when(closes, product.zone)}`
  return said(md`The review of *${key}* has begun: ${review.asked.length} are asked${until}.`)
}

/** The review for one person: with their own rating to give or to change. */
export function reviewFor(release: Release, facts: Facts, person: string, now: Date): Message {
  const shown = drawReview(release, facts)
  if (!askedAs(release, person) || !takesRatings(release, now)) return shown
  const rating = ratingBy(release, person)
  const yours = rating ? md`You rated it ${rating.stars} of 5.` : md`You have not rated it. One tap:`
  const mine = rating ? changeButton(release, rating) : starButtons(release)
  return { ...shown, blocks: [...shown.blocks, section(yours), ...(mine ? [mine] : [])] }
}

/** What is not reviewed yet: where it stands. */
export const notReviewedYet = ({ key, state }: Release): Message =>
  said(
    state === 'cancelled'
      ? md`*${key}* was cancelled; nothing is reviewed.`
      : md`*${key}* is ${state}. Its review comes once it is verified.`,
  )

export function ratedReceipt(release: Release, facts: Facts, person: string): Message {
  const closes = release.review.period?.closes
  const until = closes && md` You may change it until ${when(closes, facts.product.zone)}.`
  const stars = ratingBy(release, person)?.stars ?? 0
  return said(md`Your ${stars} of 5 counts for *${release.key}*.${until}`)
}

/** Closing cannot be undone, so it asks once. */
export function closeQuestion(release: Release): Message {
  const { asked } = release.review
  const rated = asked.length - silent(release).length
  const value = JSON.stringify({ release: release.id })
  return said(
    md`${rated} of ${asked.length} have rated *${release.key}*. Closed, it takes no more; its actions live on.`,
    actions([button({ text: 'Close it', action: acts.close, value })]),
  )
}

export const closedReceipt = (release: Release): Message =>
  said(md`*${release.key}* is closed: ${outcomeWords(release)}.`)

export function addedReceipt({ release, facts, events }: Result): Message {
  const action = events.length > 0 && release.review.actions.at(-1)
  if (!action) return said(md`That is on the list of *${release.key}* already.`)
  const { number, what, owner, due } = action
  const by = day(due, facts.product.zone)
  return said(md`Action ${number} of *${release.key}*: ${what}, ${nameOf(facts, owner)}, by ${by}.`)
}

export function doneReceipt(release: Release, number: number): Message {
  const { length } = release.review.actions
  return said(md`${number} is done. ${openActions(release).length} of ${length} open.`)
}
