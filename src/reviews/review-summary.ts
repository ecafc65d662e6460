import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  button,
  headline,
  lines,
  type Md,
  type Message,
  md,
  message,
  section,
  when,
} from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { acts as timelineActs } from '../timeline/contract.ts'
import { acts } from './contract.ts'
import { outcomeWords } from './outcome.ts'
import { silent } from './reviews.ts'
import {
  attentionLine,
  decisionLine,
  notByTheBook,
  ratedLines,
  thanksLine,
  timeLine,
  toDoLines,
} from './summary-lines.ts'

/** The facts by themselves, edited as ratings and actions come. */
export const reviewSummary: OfRelease = {
  kind: 'review-summary',
  place: { in: 'channel' },
  priority: 4,
  draw: ({ release, facts }: Drawing) => drawReview(release, facts),
}

/** The same in the thread of the announcement, for those who are not in the channel. */
export const reviewAtHome: OfRelease = {
  ...reviewSummary,
  kind: 'review-summary-home',
  place: { in: 'thread', under: 'announcement' },
}

/** The review as it stands, for its two places and for whoever asks `/release review`. */
export function drawReview(release: Release, facts: Facts): Message {
  const closed = release.review.period?.closed
  const news = md`${release.key} ${closed ? 'reviewed' : 'in review'}: ${outcomeWords(release)}`
  const told = lines(timeLine(release, facts), decisionLine(release, facts), notByTheBook(release, facts))
  const thanks = thanksLine(release, facts)
  return message(news, [
    headline(news),
    section(lines(awaited(release, facts), toDoLines(release, facts))),
    section(told),
    section(lines(ratedLines(release), attentionLine(release))),
    thanks && section(thanks),
    buttons(release),
  ])
}

/** What the review still waits for. */
function awaited(release: Release, { product: { zone } }: Facts): Md | null {
  const { period, asked } = release.review
  if (!period || period.closed) return null
  const until = when(period.closes, zone)
  const open = silent(release).length
  if (open === 0) return md`Everyone has rated it; it closes ${until}.`
  return md`Rated until ${until}: ${open} of ${asked.length} are awaited.`
}

function buttons(release: Release) {
  const value = JSON.stringify({ release: release.id })
  return actions([
    button({ text: 'Add action…', action: acts.openAction, value }),
    button({ text: 'Full record', action: timelineActs.show, value }),
  ])
}
