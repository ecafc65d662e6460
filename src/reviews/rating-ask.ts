import type { Release } from '../releases/release.ts'
import {
  actions,
  button,
  context,
  headline,
  type Md,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { acts } from './contract.ts'
import { askedAs, type Rating, type Relation, ratingBy, takesRatings } from './reviews.ts'

/** Asks one person how the release was: one tap. */
export const ratingAsk: OfRelease = {
  kind: 'rating-ask',
  place: { in: 'direct message' },
  priority: 4,
  draw: ({ release, facts, person, now }) => {
    const rating = ratingBy(release, person)
    const open = takesRatings(release, now)
    const closes = release.review.period?.closes ?? now
    const zone = facts.people.get(person ?? '')?.zone
    const news = rating
      ? md`You rated ${release.key}: ${rating.stars} of 5`
      : open
        ? md`How was ${release.key}? One tap, until ${when(closes, facts.product.zone)}`
        : md`${release.key} was reviewed without your word`
    const asked = askedAs(release, person)
    return message(
      news,
      [
        headline(news),
        rating?.sentence ? section(quoted(rating.sentence)) : null,
        open && (rating ? changeButton(release, rating) : starButtons(release)),
        open && asked && context(why[asked.relation], md`1 is poor, 5 is great. Shown without your name.`),
      ],
      zone,
    )
  },
}

const why: Readonly<Record<Relation, Md>> = {
  did: md`You helped to do it.`,
  receives: md`It was handed over to you.`,
  uses: md`You use it.`,
}

const words = ['poor', 'weak', 'fair', 'good', 'great']

/** Five in a row, because a scale in two rows is none. */
export const starButtons = ({ id }: Release) =>
  actions(
    words.map((word, i) =>
      button({
        text: String(i + 1),
        action: acts.rate,
        value: JSON.stringify({ release: id, stars: i + 1 }),
        spoken: `${i + 1} of 5, ${word}`,
      }),
    ),
  )

export const changeButton = ({ id }: Release, { sentence }: Rating) =>
  actions([
    button({
      text: sentence ? 'Change…' : 'Say more…',
      action: acts.openRating,
      value: JSON.stringify({ release: id }),
    }),
  ])

/** `5, great`, the best first. */
export const starChoices = words
  .map((word, i) => ({ text: `${i + 1}, ${word}`, value: String(i + 1) }))
  .reverse()
