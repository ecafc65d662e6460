import type { Changed, Effect, Feature } from '../feature.ts'
import type { Facts, Release } from '../releases/release.ts'
import { type Md, md } from '../slack/blocks.ts'
import { dueReadiness, wakesReadiness } from './clock.ts'
import { evidenceSubmitted, useAsEvidence } from './evidence-slack.ts'
import { evolveReadiness } from './evolve.ts'
import * as items from './items-slack.ts'
import { isAsked, openItems } from './readiness.ts'
import { readyCommand } from './ready-slack.ts'
import { asksWho, dueOf, ownerOf } from './standing.ts'
import { readinessPart, writeReadiness } from './store.ts'
import { tellsReadiness } from './tells.ts'
import { givenNotice, ownerAsk, readinessSurface } from './views.ts'
import { waitingItems } from './waiting.ts'

/** What must be true before the vote: its items, with owners, due times, evidence, and the way back. */
export const readiness: Feature = {
  name: 'readiness',
  part: readinessPart,
  evolve: evolveReadiness,
  write: writeReadiness,
  tells: tellsReadiness,
  react: posts,
  due: dueReadiness,
  wakes: wakesReadiness,
  waiting: waitingItems,
  moves: movedDues,
  commands: [readyCommand],
  actions: [
    items.listPressed,
    items.itemPressed,
    items.donePressed,
    items.undoPressed,
    items.unblockPressed,
    items.takePressed,
  ],
  forms: [items.itemSubmitted, evidenceSubmitted],
  shortcuts: [useAsEvidence],
  surfaces: [readinessSurface, ownerAsk, givenNotice],
}

function posts({ events, after, facts }: Changed): Effect[] {
  return events.flatMap((event): Effect[] => {
    if (event.type === 'itemsListed') return [{ post: readinessSurface.kind, key: '' }, ...asks(after, facts)]
    if (event.type !== 'itemGiven' || event.owner === event.by.person) return []
    return [{ post: givenNotice.kind, key: `${event.number}:${event.owner}`, person: event.owner }]
  })
}

/** One ask to each person, whatever the number of items. */
function asks(release: Release, facts: Facts): Effect[] {
  const untaken = openItems(release).filter((item) => ownerOf(item, facts) === null)
  const people = new Set(untaken.flatMap((item) => asksWho(item, facts)))
  return [...people].map((person) => ({ post: ownerAsk.kind, key: person, person }))
}

function movedDues(before: Release, after: Release, facts: Facts): Md[] {
  if (!isAsked(before)) return []
  const moved = openItems(before).filter(
    (item) => dueOf(item, before, facts).getTime() !== dueOf(item, after, facts).getTime(),
  ).length
  return moved === 0 ? [] : [md`${moved} due ${moved === 1 ? 'date' : 'dates'}`]
}
