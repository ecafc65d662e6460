import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { hasPart, onlyWhoRunsIt } from '../people/permissions.ts'
import { noteFrom } from '../releases/notes.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { askedItem, onlyWhoAnswers } from './guards.ts'

/** Opens an item again that was done or skipped. @throws Rejection */
export function reopen(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
): ReleaseEvent[] {
  const item = askedItem(release, number)
  if (item.state.is === 'skipped') onlyWhoRunsIt(release, facts, actor, 'opens a skipped item again')
  onlyWhoAnswers(item, release, facts, actor, 'opens')
  return item.state.is === 'done' || item.state.is === 'skipped' ? [{ type: 'itemReopened', number }] : []
}

export interface Block {
  readonly why: string
  readonly waitsFor?: PersonId | null
}

/** Says what is in the way. Open to everyone with a part, like every safe word. @throws Rejection */
export function block(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
  said: Block,
): ReleaseEvent[] {
  const item = askedItem(release, number)
  if (!hasPart(release, facts, actor.person)) onlyWhoAnswers(item, release, facts, actor, 'blocks')
  const why = noteFrom(said.why) ?? ''
  const waitsFor = said.waitsFor ?? null
  if (why === '') {
    throw new Rejection(`Blocked by what? Like: /release ready ${number} blocked staging is down`, {
      field: 'note',
    })
  }
  if (item.state.is === 'done' || item.state.is === 'skipped') {
    throw new Rejection(
      `Item ${number} is ${item.state.is}. Open it again first: /release ready ${number} undo`,
      {
        offers: [{ label: 'Open it again', run: `ready ${number} undo ${release.key}` }],
      },
    )
  }
  if (item.state.is === 'blocked' && item.state.why === why && item.state.waitsFor === waitsFor) return []
  return [{ type: 'itemBlocked', number, why, waitsFor }]
}

/** What was in the way is gone. @throws Rejection */
export function unblock(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
): ReleaseEvent[] {
  const item = askedItem(release, number)
  if (item.state.is !== 'blocked') return []
  const { by, waitsFor } = item.state
  if (actor.person !== by && actor.person !== waitsFor)
    onlyWhoAnswers(item, release, facts, actor, 'unblocks')
  return [{ type: 'itemUnblocked', number }]
}

/** Leaves an item out, with a reason that stays on the card. @throws Rejection */
export function skip(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
  said: string,
): ReleaseEvent[] {
  const item = askedItem(release, number)
  onlyWhoRunsIt(release, facts, actor, 'skips an item')
  const why = noteFrom(said) ?? ''
  if (why === '') {
    const like = `/release ready ${number} skip covered by the last release`
    throw new Rejection(`Skip it why? Your reason stays on the card. Like: ${like}`, { field: 'note' })
  }
  if (item.state.is === 'skipped' && item.state.why === why) return []
  return [{ type: 'itemSkipped', number, why, required: item.required }]
}
