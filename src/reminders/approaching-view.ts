import { openItems } from '../readiness/readiness.ts'
import { lateItems } from '../readiness/standing.ts'
import { acts } from '../releases/contract.ts'
import { missing } from '../releases/headlines.ts'
import type { Facts, Known, Release } from '../releases/release.ts'
import { readyLine, voteLine } from '../releases/status-lines.ts'
import {
  actions,
  button,
  isEmpty,
  joined,
  lines,
  type Md,
  type Message,
  md,
  section,
  when,
} from '../slack/blocks.ts'
import { andMore, listed } from '../slack/wording.ts'
import { statusOf } from '../votes/status.ts'
import { openVote } from '../votes/votes.ts'

type Block = Message['blocks'][number]

/** `payments-2.4.0 opens Tue 1 Dec, 16:00` */
export const opensWords = ({ release, facts }: Known): Md =>
  md`${release.key} opens ${when(release.target, facts.product.zone)}`

/** `payments-2.4.0 opens Tue 1 Dec, 16:00: 3 of 9 open, 1 late; Security awaited` */
export const approachingNews = (known: Known, now: Date): Md =>
  md`${opensWords(known)}: ${stillOpen(known, now)}`

/** To who runs it: what is still open, item by item, and what can be done about it. */
export const approachingRow = (known: Known, now: Date, news: Md | null): (Block | null)[] => [
  section(lines(news, readyLine(known.release, known.facts, now), voteLine(known.release, known.facts))),
  buttons(known),
]

function stillOpen({ release, facts }: Known, now: Date): Md {
  const open = openItems(release).length
  const late = lateItems(release, facts, now).length
  const items = [
    open > 0 && md`${open} of ${release.readiness.items.length} open`,
    late > 0 && md`${late} late`,
  ]
  const said = joined([joined(items, ', '), ...answers(release, facts)], '; ')
  return isEmpty(said) ? (missing(release, facts, now) ?? md`it may go`) : said
}

/** `no-go from Security`, `Quality awaited` */
function answers(release: Release, facts: Facts): Md[] {
  const vote = openVote(release)
  if (!vote) return []
  const { noGo, awaited, again } = statusOf(vote, release, facts)
  const silent = [...awaited, ...again].map(({ role }) => role)
  return [
    ...(noGo.length > 0 ? [md`no-go from ${listed(noGo.map(({ role }) => role))}`] : []),
    ...(silent.length > 0 ? [md`${andMore(silent, 2)} awaited`] : []),
  ]
}

function buttons({ release: { id } }: Known): Block | null {
  const value = JSON.stringify({ release: id })
  return actions([
    button({ text: 'Status', action: acts.show, value }),
    button({ text: 'Move…', action: acts.openMove, value }),
  ])
}
