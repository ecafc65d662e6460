import { planSteps, shareWords } from '../execution/plan.ts'
import { riskLevels } from '../models/models.ts'
import { nameOf } from '../people/permissions.ts'
import { commitAddress } from '../products/commits.ts'
import { type Item, openItems, risksOf, shortNameOf, wayBackOf } from '../readiness/readiness.ts'
import { lowered } from '../releases/headlines.ts'
import { intentTold } from '../releases/intent.ts'
import type { Facts, Release } from '../releases/release.ts'
import { scopeLines } from '../scope/views.ts'
import { bold, clip, joined, lines, link, type Md, md, quoted, when } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
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

/** What speaks against it: what is not done, what may go wrong, and how to undo it. */
export const cautionLines = (vote: Vote, release: Release, facts: Facts): Md =>
  lines(notDoneLines(vote, release, facts), riskLine(release), wayBackLine(release))

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

/**
 * `Not done 6 Load test; rm opened anyway: "staging is back tonight" · 2 payments-ledger again`: a vote that was opened
 * undone says so for good; while it is open, so does everything that is not done now.
 */
function notDoneLines(vote: Vote, release: Release, facts: Facts): Md {
  const open = vote.ended ? [] : openItems(release)
  const undone = vote.undone?.items ?? []
  const anyway = openedAnyway(vote, facts)
  const then = open.filter(({ number }) => undone.includes(number))
  const since = open.filter((item) => !then.includes(item))
  const told = [
    then.length > 0 && joined([few(then.map(itemTold), 4), anyway], '; '),
    few(since.map(itemTold), 4),
  ]
  const byTheBook = anyway === null || then.length > 0
  return lines(
    open.length > 0 && md`${bold('Not done')} ${joined(told)}`,
    !byTheBook && md`${bold('Not by the book')} opened with ${listed(undone.map(String))} undone; ${anyway}`,
  )
}

/** `rm opened anyway: "staging is back tonight"` */
const openedAnyway = ({ undone, openedBy }: Vote, facts: Facts): Md | null =>
  undone && md`${nameOf(facts, openedBy)} opened anyway: ${quoted(undone.why)}`

const itemTold = (item: Item) =>
  md`${item.number} ${clip(md`${shortNameOf(item)}`, 60)}${item.again && ' again'}`

const few = (all: readonly Md[], most: number): Md =>
  joined([...all.slice(0, most), all.length > most && `${all.length - most} more`])

function riskLine(release: Release): Md | null {
  const told = risksTold(release)
  return told && md`${bold('Risk')} ${told}`
}

/** `high: data migration; billing reads the same ledger · low: new logo` */
function risksTold(release: Release): Md | null {
  const risks = risksOf(release)
  const byLevel = riskLevels.map((level) => {
    const known = risks.filter((risk) => risk.level === level).map(({ what }) => clip(md`${what}`, 80))
    return known.length > 0 && md`${level}: ${joined(known, '; ')}`
  })
  return risks.length > 0 ? clip(joined(byLevel), 400) : null
}

/** The question in one breath, for a direct message: `Refunds … 14 changes. Risk high: data migration.` */
export function inBrief(vote: Vote, release: Release, facts: Facts): Md {
  const { items } = release.readiness
  const open = openItems(release)
  const names = open.slice(0, 3).map((item) => clip(md`${lowered(shortNameOf(item))}`, 60))
  const missing = open.length > 0 && md`${open.length} of ${items.length} not done: ${joined(names, ', ')}.`
  const anyway = openedAnyway(vote, facts)
  const changes = release.scope.changes.length
  const risk = risksTold(release)
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

/** `Way back 10 min, until everyone has it. Narrow at …; roll back if …` */
function wayBackLine(release: Release): Md {
  const way = wayBackOf(release)
  if (!way) return md`${bold('Way back')} not agreed`
  const { howLong, untilStep, sign, rollbackSign } = way
  const rollBack = md`${sign ? 'roll' : 'Roll'} back if ${rollbackSign}.`
  const signs = joined([sign && md`Narrow at ${sign}`, rollBack], '; ')
  return clip(md`${bold('Way back')} ${howLong}, until ${untilStep}. ${signs}`, 500)
}
