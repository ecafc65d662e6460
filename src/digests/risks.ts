import { currentStep } from '../execution/progress.ts'
import { type Item, openItems, shortNameOf } from '../readiness/readiness.ts'
import { isLate, ownerOf } from '../readiness/standing.ts'
import { lowered } from '../releases/headlines.ts'
import type { Facts, Release } from '../releases/release.ts'
import { type Md, md, quoted } from '../slack/blocks.ts'
import { failedChecks } from '../verification/verification.ts'
import { newestVote } from '../votes/votes.ts'

const mostItems = 2

/** What endangers a release, the worst first; empty when nothing does. */
export function risksOf(release: Release, facts: Facts, now: Date): Md[] {
  return [
    ...(release.hold ? [md`on hold, ${quoted(release.hold.why)}`] : []),
    ...riskInState(release, facts, now),
  ]
}

function riskInState(release: Release, facts: Facts, now: Date): Md[] {
  switch (release.state) {
    case 'preparing':
      return [...targetRisks(release, now), ...itemRisks(release, facts, now)]
    case 'cleared':
      return targetRisks(release, now)
    case 'executing': {
      const step = currentStep(release)
      return step?.state === 'failed' ? [md`step ${step.number} failed, ${step.title}`] : []
    }
    case 'verifying':
      return failedChecks(release).map(({ number, title }) => md`check ${number} failed, ${title}`)
    default:
      return []
  }
}

function targetRisks(release: Release, now: Date): Md[] {
  const vote = newestVote(release)
  const sameTarget = vote?.target.getTime() === release.target.getTime()
  if (release.target <= now) return [md`its target has passed`]
  if (vote?.lost && release.state === 'preparing') return [md`asks again, ${vote.lost.why}`]
  return vote?.ended?.outcome === 'no-go' && sameTarget ? [md`no-go for this target`] : []
}

/** Late, blocked, no owner, in that order, each item once. */
function itemRisks(release: Release, facts: Facts, now: Date): Md[] {
  const troubles: readonly [string, (item: Item) => boolean][] = [
    ['is late', (item) => isLate(item, release, facts, now)],
    ['is blocked', ({ state }) => state.is === 'blocked'],
    ['has no owner', (item) => ownerOf(item, facts) === null],
  ]
  const troubled = openItems(release).flatMap((item) => {
    const rank = troubles.findIndex(([, applies]) => applies(item))
    const words = troubles[rank]?.[0]
    return words === undefined ? [] : [{ rank, said: md`${lowered(shortNameOf(item))} ${words}` }]
  })
  const said = troubled.toSorted((a, b) => a.rank - b.rank).map((one) => one.said)
  const more = said.length - mostItems
  return more > 0 ? [...said.slice(0, mostItems), md`${more} more`] : said
}
