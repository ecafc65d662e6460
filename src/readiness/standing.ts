import { Rejection } from '../errors.ts'
import { momentOf } from '../models/offsets.ts'
import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { type Item, isOpen, openItems } from './readiness.ts'

/** @throws Rejection before preparing begins */
export function listThere({ key, readiness }: Release): void {
  if (readiness.items.length === 0)
    throw new Rejection(`${key} has no list yet; it comes when preparing begins.`)
}

/** The item with this number. @throws Rejection */
export function itemNumbered(release: Release, number: number): Item {
  const { items } = release.readiness
  const found = items.find((item) => item.number === number)
  if (found) return found
  listThere(release)
  throw new Rejection(`There is no item ${number}; the list ends at ${items.length}.`, {
    offers: [{ label: 'Show it', run: `ready ${release.key}` }],
  })
}

/**
 * When an item is due. On short notice, when its own time had passed before it was asked for, it is due at the next
 * moment that needs it: the vote's opening, its close, the target.
 */
export function dueOf(item: Item, release: Release, { model, product }: Facts): Date {
  const { opens, closes } = model.vote
  for (const offset of [item.due, opens, closes]) {
    const moment = momentOf(offset, release.target, product.zone)
    if (moment > item.asked) return moment
  }
  return release.target
}

/** Items that are open past their due time. */
export const lateItems = (release: Release, facts: Facts, now: Date) =>
  openItems(release).filter((item) => isLate(item, release, facts, now))

export const isLate = (item: Item, release: Release, facts: Facts, now: Date) =>
  isOpen(item) && dueOf(item, release, facts) <= now

/** Who fills the role that owns it. */
export const holdersOf = (item: Item, facts: Facts): readonly PersonId[] => facts.holders[item.role] ?? []

/** The person who owns an item: who took it, else the only one who fills its role. Null asks "who takes this?". */
export function ownerOf(item: Item, facts: Facts): PersonId | null {
  const taker = item.owner === null ? undefined : facts.people.get(item.owner)
  if (taker && !taker.deleted) return taker.id
  const [holder, another] = holdersOf(item, facts)
  return another === undefined ? (holder ?? null) : null
}

/** Who is asked "who takes this?": everyone who fills its role, where several do. */
export function asksWho(item: Item, facts: Facts): readonly PersonId[] {
  const holders = holdersOf(item, facts)
  return holders.length > 1 ? holders : []
}
