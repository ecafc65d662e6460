import type { Actor, Person } from '../people/people.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { block, reopen, skip, unblock } from './acting.ts'
import { finish } from './finishing.ts'
import { askedItem, onlyWhoAnswers } from './guards.ts'
import { give } from './owning.ts'
import type { Item, ItemState, WayBack } from './readiness.ts'
import { ownerOf } from './standing.ts'
import { setWayBack } from './way-back.ts'

/** What somebody wrote into an item's form. A part that is left out was not asked. */
export interface ItemEdit {
  readonly is: ItemState['is']
  /** The evidence of what is done, the reason of what is blocked or skipped. */
  readonly note: string | null
  readonly waitsFor?: Person | null
  /** Null leaves it with its role. */
  readonly owner?: Person | null
  readonly wayBack?: WayBack
}

/** Everything that an item's form says, at once. @throws Rejection with the field it concerns. */
export function editItem(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  number: number,
  edit: ItemEdit,
): ReleaseEvent[] {
  const item = askedItem(release, number)
  const given = edit.owner && edit.owner.id !== ownerOf(item, facts) ? edit.owner : null
  const owned = given ? give(release, facts, now, actor, number, given) : []
  if (edit.is === 'done') return [...owned, ...finish(release, facts, now, actor, number, finishing(edit))]
  const wayBack = edit.wayBack ? setWayBack(release, edit.wayBack) : []
  if (wayBack.length > 0) onlyWhoAnswers(item, release, facts, actor, 'changes')
  return [...owned, ...wayBack, ...stopped(release, facts, now, actor, item, edit)]
}

const finishing = ({ note, wayBack }: ItemEdit) => ({ evidence: note, ...(wayBack && { wayBack }) })

function stopped(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  item: Item,
  edit: ItemEdit,
): ReleaseEvent[] {
  const { number, state } = item
  const why = edit.note ?? ''
  if (edit.is === 'blocked')
    return block(release, facts, now, actor, number, { why, waitsFor: edit.waitsFor?.id ?? null })
  if (edit.is === 'skipped') return skip(release, facts, now, actor, number, why)
  const opened = state.is === 'blocked' ? unblock : reopen
  return opened(release, facts, now, actor, number)
}
