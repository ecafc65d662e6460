import type { PersonId } from '../people/people.ts'
import { nameOf } from '../people/permissions.ts'
import type { Read } from '../releases/meant.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  bold,
  button,
  context,
  joined,
  lines,
  type Md,
  type Message,
  md,
  message,
  section,
  when,
} from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { readinessCard } from './card.ts'
import { acts } from './contract.ts'
import {
  itemLine,
  nextButton,
  riskShown,
  stateShown,
  takeButton,
  titleOf,
  valueFor,
  whose,
} from './item-lines.ts'
import { type Item, isAsked, isOpen, openItems } from './readiness.ts'
import { asksWho, dueOf, ownerOf } from './standing.ts'

/** Posted to the release's channel when preparing starts. */
export const readinessSurface: OfRelease = {
  kind: 'readiness-card',
  place: { in: 'channel' },
  priority: 4,
  draw: ({ release, facts, now }) => readinessCard(release, facts, now),
}

/** One message to each who fills a role that several fill: which of its items do they take? */
export const ownerAsk: OfRelease = {
  kind: 'item-owner-ask',
  place: { in: 'direct message' },
  priority: 4,
  draw: ({ release, facts, person }) => (person === null ? null : drawOwnerAsk(release, facts, person)),
}

function drawOwnerAsk(release: Release, facts: Facts, person: PersonId): Message | null {
  const asked = release.readiness.items.filter((item) => asksWho(item, facts).includes(person))
  if (asked.length === 0) return null
  const untaken = asked.filter((item) => isAsked(release) && isOpen(item) && ownerOf(item, facts) === null)
  const taken = asked.filter((item) => !untaken.includes(item))
  const shown = [...untaken, ...taken].slice(0, mostAsked).toSorted((a, b) => a.number - b.number)
  const news = askNews(release, untaken)
  return message(
    news,
    [
      section(bold(news)),
      ...shown.map((item) =>
        untaken.includes(item)
          ? section(untakenLine(item, release, facts), takeButton(item, release))
          : section(takenLine(item, facts)),
      ),
      context(asked.length > mostAsked && md`and ${asked.length - mostAsked} more: /release ready`),
    ],
    facts.people.get(person)?.zone,
  )
}

const mostAsked = 10

function askNews({ key }: Release, untaken: readonly Item[]): Md {
  const [first, ...more] = untaken
  if (!first) return md`${key}: every item of your roles has an owner`
  if (more.length === 0) return md`Who takes ${titleOf(first)}, ${key}?`
  return md`Who takes ${untaken.length} items of ${key}?`
}

const untakenLine = (item: Item, release: Release, facts: Facts) =>
  joined([titleOf(item), item.role, md`due ${when(dueOf(item, release, facts), facts.product.zone)}`])

function takenLine(item: Item, facts: Facts): Md {
  const owner = ownerOf(item, facts)
  return joined([titleOf(item), owner ? md`${nameOf(facts, owner)} took it` : item.state.is])
}

/** To whoever was given an item, with the button that finishes it. */
export const givenNotice: OfRelease = {
  kind: 'item-given',
  place: { in: 'direct message' },
  priority: 4,
  draw: drawGiven,
}

function drawGiven({ release, facts, person, key, now }: Drawing): Message | null {
  const item = release.readiness.items.find(({ number }) => number === Number(key.split(':')[0]))
  if (!item || person === null) return null
  const mine = isAsked(release) && isOpen(item) && ownerOf(item, facts) === person
  const news = mine
    ? md`${titleOf(item)} on ${release.key} is yours`
    : md`${titleOf(item)} on ${release.key}: ${ownerOf(item, facts) === person ? item.state.is : whose(item, facts)}`
  return message(
    news,
    [
      section(bold(news)),
      section(stateShown(item, release, facts, now)),
      mine && actions([nextButton(item, release, facts), formButton(item, release)]),
    ],
    facts.people.get(person)?.zone,
  )
}

const formButton = (item: Item, release: Release) =>
  button({
    text: 'Blocked…',
    action: acts.item,
    value: JSON.stringify({ release: release.id, number: item.number, is: 'blocked' }),
  })

/** "4 is done. 2 of 9 open." */
export function itemReceipt({ release, facts }: Pick<Read, 'release' | 'facts'>, number: number): Message {
  const item = release.readiness.items.find((one) => one.number === number)
  const open = openItems(release).length
  const total = release.readiness.items.length
  const left = open === 0 ? md`Nothing is open any more.` : md`${open} of ${total} open.`
  const news = joined([item && told(item, release, facts), left], ' ')
  const mayUndo = item && !isOpen(item) && isAsked(release)
  return message(news, [
    section(news),
    actions([mayUndo && button({ text: 'Undo', action: acts.undo, value: valueFor(release, item) })]),
  ])
}

function told(item: Item, release: Release, facts: Facts): Md {
  const { number, state } = item
  if (state.is === 'skipped') return md`${number} is skipped; that stays on the card.`
  if (state.is !== 'open') return md`${number} is ${state.is}.`
  const owner = ownerOf(item, facts)
  const due = when(dueOf(item, release, facts), facts.product.zone)
  return owner
    ? md`${number} is open, ${nameOf(facts, owner)}'s, due ${due}.`
    : md`${number} is open, due ${due}.`
}

/** One item, for whoever asks `/release ready 4`. */
export function itemAnswer(release: Release, facts: Facts, now: Date, item: Item): Message {
  const news = itemLine(item, facts)
  const more = JSON.stringify({ release: release.id, number: item.number })
  return message(news, [
    section(lines(bold(news), stateShown(item, release, facts, now), riskShown(item))),
    isAsked(release) &&
      actions([
        nextButton(item, release, facts),
        button({ text: 'Change…', action: acts.item, value: more }),
      ]),
  ])
}
