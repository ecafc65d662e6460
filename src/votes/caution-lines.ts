import { riskLevels } from '../models/models.ts'
import { nameOf } from '../people/permissions.ts'
import {
  type Item,
  openItems,
  type RiskItem,
  riskItems,
  shortNameOf,
  wayBackOf,
} from '../readiness/readiness.ts'
import type { Facts, Release } from '../releases/release.ts'
import { bold, clip, joined, lines, type Md, md, quoted } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import type { Vote } from './votes.ts'

/** What speaks against it: what is not done, what may go wrong, and how to undo it. */
export const cautionLines = (vote: Vote, release: Release, facts: Facts): Md =>
  lines(notDoneLines(vote, release, facts), riskLine(release, facts), wayBackLine(release))

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
export const openedAnyway = ({ undone, openedBy }: Vote, facts: Facts): Md | null =>
  undone && md`${nameOf(facts, openedBy)} opened anyway: ${quoted(undone.why)}`

const itemTold = (item: Item) =>
  md`${item.number} ${clip(md`${shortNameOf(item)}`, 60)}${item.again && ' again'}`

const few = (all: readonly Md[], most: number): Md =>
  joined([...all.slice(0, most), all.length > most && `${all.length - most} more`])

function riskLine(release: Release, facts: Facts): Md | null {
  const told = risksTold(release, ({ number, risk, state }) => {
    const skipped =
      state.is === 'skipped' &&
      md`, ${number} skipped by ${nameOf(facts, state.by)}: ${quoted(state.why, 80)}`
    return md`${clip(md`${risk.what}`, 80)}${skipped}`
  })
  return told && md`${bold('Risk')} ${told}`
}

/** `high: data migration; billing reads the same ledger · low: new logo` */
export function risksTold(release: Release, toldOf: (item: RiskItem) => Md): Md | null {
  const items = riskItems(release)
  const byLevel = riskLevels.map((level) => {
    const told = items.filter(({ risk }) => risk.level === level).map(toldOf)
    return told.length > 0 && md`${level}: ${joined(told, '; ')}`
  })
  return items.length > 0 ? clip(joined(byLevel), 400) : null
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
