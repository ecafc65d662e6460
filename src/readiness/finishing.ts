import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { noteFrom } from '../releases/notes.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { revisionOf } from '../scope/scope.ts'
import { answersFor, askedItem, onlyWhoAnswers } from './guards.ts'
import { type Item, isAsked, isOpen, type WayBack } from './readiness.ts'
import { setWayBack } from './way-back.ts'

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
  const evidence = noteFrom(said.evidence)
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
