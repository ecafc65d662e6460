import { executionLine } from '../execution/headline.ts'
import { planSteps, shareWords } from '../execution/plan.ts'
import { exposureOf } from '../execution/progress.ts'
import { runnerName } from '../people/permissions.ts'
import {
  actions,
  button,
  clip,
  headline,
  inPlace,
  joined,
  lines,
  type Md,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { whyNoGo } from '../votes/news.ts'
import { newestVote } from '../votes/votes.ts'
import { acts } from './contract.ts'
import { intentTold } from './intent.ts'
import { isOver, nothingDeployed } from './lifecycle.ts'
import type { Facts, Release } from './release.ts'

/** One message in #releases per release, edited for life; its news stands in its thread. */
export const announcement: OfRelease = {
  kind: 'announcement',
  place: { in: 'home channel' },
  priority: 4,
  draw: (drawing) => {
    const { release, facts } = drawing
    const { zone } = facts.product
    const news = newsOf(release, facts)
    const plan = nothingDeployed(release) && plannedPhases(release, facts)
    const ahead = exposureOf(release).since === null && inPlace(release.target, zone)
    const runBy = joined([md`Run by ${runnerName(release, facts)}`, ahead])
    return message(
      news,
      [headline(news), section(lines(intentTold(release), plan, runBy)), buttons(drawing)],
      zone,
    )
  },
}

/** Line one: what is newest. */
export function newsOf(release: Release, facts: Facts): Md {
  const { key, outcomeReason, hold } = release
  if (release.state === 'cancelled')
    return md`${key} was cancelled${outcomeReason && md`: ${quoted(outcomeReason)}`}`
  if (hold) return md`${key} is on hold: ${quoted(hold.why)}`
  return executionLine(release, facts) ?? opensOrNot(release, facts)
}

/** `does not go on Tue: Security, "token in the logs"` · `moved to Thu, 16:00 (was Tue, 16:00): load test late` */
function opensOrNot(release: Release, facts: Facts): Md {
  const target = when(release.target, facts.product.zone)
  const vote = newestVote(release)
  if (release.state === 'preparing' && vote?.ended?.outcome === 'no-go')
    return md`${release.key} does not go on ${target}: ${whyNoGo(vote, release, facts)}`
  const [before, now] = release.targets.slice(-2)
  if (!before || !now) return md`${release.key} opens ${target}`
  const why = now.why && md`: ${clip(md`${now.why}`, 140)}`
  return md`${release.key} moved to ${target} (was ${when(before.target, facts.product.zone)})${why}`
}

/** "1 % first, then 10 %, everyone by Wed 2 Dec, 11:00" */
function plannedPhases(release: Release, facts: Facts): Md | null {
  const [first, ...rest] = planSteps(release, facts).filter(({ kind }) => kind === 'open')
  const last = rest.at(-1)
  if (!first || !last) return null
  const between = rest.slice(0, -1).map(({ share }) => `then ${shareWords(share ?? 100)}`)
  const end = md`${shareWords(last.share ?? 100)} by ${when(last.plannedAt, facts.product.zone)}`
  return joined([`${shareWords(first.share ?? 100)} first`, ...between, end], ', ')
}

/** Before there is a channel to open, its status can be asked for here. */
function buttons({ release, posted }: Drawing) {
  if (isOver(release)) return null
  const card = posted('status-card')
  const value = JSON.stringify({ release: release.id })
  return actions([
    card === null
      ? button({ text: 'Status', action: acts.show, value })
      : button({ text: 'Open channel', action: 'link', url: card }),
    button({ text: 'Follow', action: 'follow.start', value }),
  ])
}
