import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { hasPart, nameOf, onlyWhoRunsIt, runsIt } from '../people/permissions.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { revisionOf } from '../scope/scope.ts'
import { type Item, isAsked, isOpen, type WayBack } from './readiness.ts'
import { holdersOf, itemNumbered, ownerOf } from './standing.ts'
import { setWayBack } from './way-back.ts'

/** The owner of an item, those who fill its role, and those who run the release. */
export const answersFor = (item: Item, release: Release, facts: Facts, person: PersonId | null): boolean =>
  runsIt(release, facts, person) ||
  (person !== null && (ownerOf(item, facts) === person || holdersOf(item, facts).includes(person)))

/** The item, if it may still change. @throws Rejection */
export function askedItem(release: Release, number: number): Item {
  const item = itemNumbered(release, number)
  if (!isAsked(release)) throw new Rejection(`${release.key} is ${release.state}: its list is closed.`)
  return item
}

/** @throws Rejection naming who may, or asking for an owner first. */
export function onlyWhoAnswers(item: Item, release: Release, facts: Facts, actor: Actor, act: string) {
  if (answersFor(item, release, facts, actor.person)) return
  const owner = ownerOf(item, facts)
  const owners = owner ? [owner] : holdersOf(item, facts)
  if (owners.length === 0) {
    throw new Rejection(
      `Item ${item.number} has no owner yet. Take it first: /release ready ${item.number} take`,
      {
        offers: [{ label: 'I take it', run: `ready ${item.number} take ${release.key}` }],
      },
    )
  }
  const who = [...new Set([...owners, release.manager])].map((id) => nameOf(facts, id)).join(' or ')
  throw new Rejection(`Only ${who} ${act} item ${item.number}.`)
}

/** The longest evidence or reason. */
export const longestNote = 800

/** What somebody typed, if it fits. @throws Rejection */
function fitting(text: string): string {
  const said = text.trim()
  if (said.length <= longestNote) return said
  const length = said.length.toLocaleString('en')
  throw new Rejection(`That has ${length} characters, and ${longestNote} fit. Put the rest behind a link.`, {
    field: 'note',
  })
}

export interface Finish {
  /** A link, a note or both. */
  readonly evidence?: string | null
  readonly wayBack?: WayBack
}

const hasAddress = (text: string | null) => text !== null && /https?:\/\/\S/i.test(text)

/** Whether a tap alone finishes this item, or something has to be said with it. */
export const asksMore = (item: Item, release: Release) =>
  item.wantsEvidence || (item.procedure === 'way back' && release.readiness.wayBack === null)

/** Says that an item is true. Saying it again with other evidence replaces the evidence. @throws Rejection */
export function finish(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
  said: Finish = {},
): ReleaseEvent[] {
  const item = askedItem(release, number)
  onlyWhoAnswers(item, release, facts, actor, 'finishes')
  const wayBack = said.wayBack ? setWayBack(release, said.wayBack) : []
  const evidence = fitting(said.evidence ?? '') || null
  if (item.state.is === 'done' && (evidence === null || evidence === item.state.evidence)) return wayBack
  nothingLacks(item, release, { ...said, evidence })
  const revision = item.component === null ? null : revisionOf(release, item.component)
  return [...wayBack, { type: 'itemDone', number, evidence, revision }]
}

function nothingLacks(item: Item, release: Release, { evidence = null, wayBack }: Finish) {
  const { number } = item
  if (item.wantsEvidence && !hasAddress(evidence)) {
    const like = `/release ready ${number} done https://ci/812`
    throw new Rejection(`Item ${number} wants evidence, a link to a result or a file. Like: ${like}`, {
      field: 'note',
    })
  }
  if (item.procedure === 'way back' && !(wayBack ?? release.readiness.wayBack)) {
    throw new Rejection(`How does it go back? Item ${number} asks how long, until when, and at what sign.`, {
      field: 'howLong',
      offers: [{ label: 'Say it', run: `ready ${number} done ${release.key}` }],
    })
  }
}

/** Which items somebody may bring evidence for: those that are open, then those that were done on a word alone. */
export function evidencedBy(release: Release, facts: Facts, actor: Actor): Item[] {
  if (!isAsked(release)) return []
  const mine = release.readiness.items.filter((item) => answersFor(item, release, facts, actor.person))
  const onWord = mine.filter(({ state }) => state.is === 'done' && state.evidence === null)
  return [...mine.filter(isOpen), ...onWord]
}

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
  const why = fitting(said.why)
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
  const why = fitting(said)
  if (why === '') {
    const like = `/release ready ${number} skip covered by the last release`
    throw new Rejection(`Skip it why? Your reason stays on the card. Like: ${like}`, { field: 'note' })
  }
  if (item.state.is === 'skipped' && item.state.why === why) return []
  return [{ type: 'itemSkipped', number, why, required: item.required }]
}
