import { shareWords } from '../execution/plan.ts'
import { deployedOf, exposureOf } from '../execution/progress.ts'
import { openItems, shortNameOf } from '../readiness/readiness.ts'
import { dueOf, isLate } from '../readiness/standing.ts'
import { bold, inPlace, joined, type Md, md, when } from '../slack/blocks.ts'
import { statusOf } from '../votes/status.ts'
import { newestVote } from '../votes/votes.ts'
import { lowered } from './headlines.ts'
import type { Facts, Release } from './release.ts'

/** "Opens Tue 1 Dec, 16:00 · in Berlin: Tue 16:00". */
export function opensLine({ target }: Release, { product }: Facts): Md {
  return joined([md`${bold('Opens')} ${when(target, product.zone)}`, inPlace(target, product.zone)])
}

/** "Ready 7 of 9: load test due Tue 10:00, payments-ledger again": what is open, the latest due first, two at most. */
export function readyLine(release: Release, facts: Facts, now: Date): Md | null {
  const { items } = release.readiness
  if (items.length === 0) return null
  const open = openItems(release)
  const soonest = open.toSorted((a, b) => Number(dueOf(a, release, facts)) - Number(dueOf(b, release, facts)))
  const said = soonest.slice(0, 2).map((item) => {
    if (item.state.is === 'blocked') return md`${lowered(shortNameOf(item))} blocked`
    if (item.again) return md`${lowered(shortNameOf(item))} again`
    const word = isLate(item, release, facts, now) ? 'late since' : 'due'
    return md`${lowered(shortNameOf(item))} ${word} ${when(dueOf(item, release, facts), facts.product.zone)}`
  })
  const more = open.length > 2 ? [md`${open.length - 2} more`] : []
  const missing = open.length > 0 ? md`: ${joined([...said, ...more], ', ')}` : null
  return md`${bold('Ready')} ${items.length - open.length} of ${items.length}${missing}`
}

/** "Vote closes Tue 12:00 · 1 go, 2 awaited", or what was decided. */
export function voteLine(release: Release, facts: Facts): Md | null {
  const vote = newestVote(release)
  if (!vote) return null
  const { zone } = facts.product
  if (vote.ended) return md`${bold('Vote')} ${vote.ended.outcome}, ${when(vote.ended.at, zone)}`
  const { go, noGo, again, awaited } = statusOf(vote, release, facts)
  const counts = [
    go.length > 0 && md`${go.length} go`,
    noGo.length > 0 && md`${noGo.length} no-go`,
    again.length > 0 && md`${again.length} again`,
    awaited.length > 0 && md`${awaited.length} awaited`,
  ]
  return joined([md`${bold('Vote')} closes ${when(vote.closes, zone)}`, joined(counts, ', ')])
}

/** "Deployed payments-ledger · Open to nobody yet": two facts, never one. */
export function deployedLine(release: Release): Md {
  const components = deployedOf(release).map(({ component }) => component)
  const deployed = components.length > 0 ? components.join(', ') : 'nothing yet'
  return joined([md`${bold('Deployed')} ${deployed}`, md`${bold('Open to')} ${openTo(release)}`])
}

function openTo(release: Release): string {
  const { share } = exposureOf(release)
  return share === 0 ? 'nobody yet' : shareWords(share)
}
