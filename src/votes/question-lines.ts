import { planSteps, shareWords } from '../execution/plan.ts'
import { commitAddress } from '../products/commits.ts'
import { openItems, shortNameOf } from '../readiness/readiness.ts'
import { lowered } from '../releases/headlines.ts'
import { intentTold } from '../releases/intent.ts'
import type { Facts, Release } from '../releases/release.ts'
import { scopeLines } from '../scope/views.ts'
import { bold, clip, joined, lines, link, type Md, md, when } from '../slack/blocks.ts'
import { openedAnyway, risksTold } from './caution-lines.ts'
import { changedSince, type Difference } from './since.ts'
import type { Vote } from './votes.ts'

/** What the question is about, as it stands on the card: why, when it opens, what changes. */
export const aboutLines = (vote: Vote, release: Release, facts: Facts): Md =>
  lines(
    intentTold(release),
    opensLine(release, facts),
    ...scopeLines(release, facts),
    sinceLine(vote, release, facts),
  )

/** `Opens Tue 16:00 to 1 %, then 10 %, everyone Wed 11:00` */
function opensLine(release: Release, facts: Facts): Md {
  const { zone } = facts.product
  const [first, ...later] = planSteps(release, facts).filter(({ kind }) => kind === 'open')
  const opens = md`${bold('Opens')} ${when(release.target, zone)}`
  if (!first) return opens
  const last = later.at(-1)
  const between = later.slice(0, -1).map(({ share }) => `then ${shareTold(share)}`)
  const end = last && md`${shareTold(last.share)} ${when(last.plannedAt, zone)}`
  return joined([md`${opens} to ${shareTold(first.share)}`, ...between, end], ', ')
}

const shareTold = (share: number | null) => shareWords(share ?? 100)

/** `Since the vote opened payments-ledger 4be77d1 (was 9ac01f2), the flags` */
function sinceLine(vote: Vote, release: Release, facts: Facts): Md | null {
  const told = differenceTold(changedSince(release, vote.seal, vote.ended?.seal), facts)
  return told && md`${bold('Since the vote opened')} ${told}`
}

/** `payments-ledger 4be77d1 (was 9ac01f2), the flags`; a revision leads to its commit where that is known. */
export function differenceTold({ components, parts }: Difference, { product }: Facts): Md | null {
  const revised = components.slice(0, 5).map(({ name, from, to }) => {
    if (to === null) return md`${name} dropped`
    const address = commitAddress(product, name, to)
    const now = md`${name} ${address ? link(address, to) : clip(md`${to}`, 40)}`
    return from === null ? now : md`${now} (was ${clip(md`${from}`, 40)})`
  })
  const more = components.length > 5 && `${components.length - 5} more`
  const told = joined([...revised, more, ...parts], ', ')
  return told.mrkdwn === '' ? null : clip(told, 900)
}

/** The question in one breath, for a direct message: `Refunds … 14 changes. Risk high: data migration.` */
export function inBrief(vote: Vote, release: Release, facts: Facts): Md {
  const { items } = release.readiness
  const open = openItems(release)
  const names = open.slice(0, 3).map((item) => clip(md`${lowered(shortNameOf(item))}`, 60))
  const missing = open.length > 0 && md`${open.length} of ${items.length} not done: ${joined(names, ', ')}.`
  const anyway = openedAnyway(vote, facts)
  const changes = release.scope.changes.length
  const risk = risksTold(release, (item) => clip(md`${item.risk.what}`, 80))
  return joined(
    [
      clip(md`${intentTold(release)}`, 200),
      changes > 0 && `${changes} ${changes === 1 ? 'change' : 'changes'}.`,
      risk && md`Risk ${risk}.`,
      missing,
      anyway && md`${anyway}.`,
    ],
    ' ',
  )
}
