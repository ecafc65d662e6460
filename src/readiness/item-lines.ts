import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { button, clip, joined, link, type Md, md, quoted, when } from '../slack/blocks.ts'
import { acts } from './contract.ts'
import { asksMore } from './finishing.ts'
import { type Item, isOpen } from './readiness.ts'
import { dueOf, isLate, ownerOf } from './standing.ts'

/** `4 Rehearse the rollback` */
export const titleOf = ({ number, title }: Item, max = 80): Md => md`${number} ${clip(md`${title}`, max)}`

/** `4 Rehearse the rollback · dba`; the role where nobody owns it. */
export const itemLine = (item: Item, facts: Facts): Md => joined([titleOf(item), whose(item, facts)])

export function whose(item: Item, facts: Facts): string {
  const owner = ownerOf(item, facts)
  return owner ? nameOf(facts, owner) : item.role
}

/** `"staging is down" · waits for ops-oncall` */
export function whyBlocked(item: Item, facts: Facts): Md | null {
  if (item.state.is !== 'blocked') return null
  const { why, waitsFor } = item.state
  return joined([quoted(why, 100), waitsFor && md`waits for ${nameOf(facts, waitsFor)}`])
}

/** `Risk high: data migration. Sign: totals differ. Answer: roll back` */
export const riskShown = ({ risk }: Item): Md | null =>
  risk && md`Risk ${risk.level}: ${risk.what}. Sign: ${risk.sign}. Answer: ${risk.answer}`

/** A link that was given as evidence, and the words beside it. */
export function evidenceShown(evidence: string): Md {
  const address = /https?:\/\/\S+/i.exec(evidence)?.[0]
  const words = address ? evidence.replace(address, '').trim() : evidence
  return joined([address && link(address, 'evidence'), words && quoted(words)])
}

/** How an item stands, in words: since when, by whom, why. */
export function stateShown(item: Item, release: Release, facts: Facts, now: Date): Md {
  const { zone } = facts.product
  const { state } = item
  if (state.is === 'done') {
    return joined([
      md`done by ${nameOf(facts, state.by)}, ${when(state.at, zone)}`,
      state.evidence && evidenceShown(state.evidence),
    ])
  }
  if (state.is === 'skipped')
    return md`skipped by ${nameOf(facts, state.by)}, ${when(state.at, zone)}: ${quoted(state.why)}`
  const due = when(dueOf(item, release, facts), zone)
  return joined([
    state.is === 'blocked' && md`blocked since ${when(state.since, zone)}: ${whyBlocked(item, facts)}`,
    item.again && md`again, for ${item.again}`,
    isLate(item, release, facts, now) ? md`late since ${due}` : md`due ${due}`,
  ])
}

export const valueFor = (release: Release, item: Item) =>
  JSON.stringify({ release: release.id, number: item.number })

/** The one button an open item has on a card: what comes next for it. */
export function nextButton(item: Item, release: Release, facts: Facts) {
  const value = valueFor(release, item)
  const spoken = `of ${item.number} ${item.title}`
  if (!isOpen(item)) return null
  if (item.state.is === 'blocked')
    return button({ text: 'Unblock', action: acts.unblock, value, spoken: `Unblock ${spoken}` })
  return ownerOf(item, facts) === null ? takeButton(item, release) : doneButton(item, release)
}

export const takeButton = (item: Item, release: Release) =>
  button({
    text: 'I take it',
    action: acts.take,
    value: valueFor(release, item),
    spoken: `I take ${item.number} ${item.title}`,
  })

function doneButton(item: Item, release: Release) {
  const text = asksMore(item, release) ? 'Done…' : 'Done'
  return button({
    text,
    action: acts.done,
    value: valueFor(release, item),
    spoken: `Done: ${item.number} ${item.title}`,
  })
}
