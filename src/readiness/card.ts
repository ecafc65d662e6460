import type { KnownBlock } from '@slack/types'
import { nameOf } from '../people/permissions.ts'
import { lowered } from '../releases/headlines.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  bold,
  button,
  clip,
  joined,
  lines,
  type Md,
  type Message,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import { acts as voteActs } from '../votes/contract.ts'
import { nextVoteTold } from '../votes/next-vote.ts'
import { acts } from './contract.ts'
import { itemLine, nextButton, whyBlocked } from './item-lines.ts'
import { type Item, isAsked, openItems, requiredDone, shortNameOf } from './readiness.ts'
import { dueOf, isLate, lateItems, ownerOf } from './standing.ts'

const mostShown = 8

/** The readiness card: late, blocked, no owner, open, done. */
export function readinessCard(release: Release, facts: Facts, now: Date): Message {
  const news = readinessNews(release, facts, now)
  const due = isAsked(release) ? dueLine(release, facts, now) : null
  const open = openItems(release).length
  const rest = lines(
    open > mostShown && md`and ${open - mostShown} more`,
    doneLine(release),
    skippedLines(release, facts),
  )
  return message(
    news,
    [
      section(lines(bold(news), due)),
      ...openBlocks(release, facts, now),
      rest.mrkdwn !== '' && section(rest),
      cardButtons(release),
    ],
    facts.product.zone,
  )
}

/** Line one: `payments-2.4.0 is not ready: 3 of 9 open, 1 late`. */
export function readinessNews(release: Release, facts: Facts, now: Date): Md {
  const { key, state } = release
  const { items } = release.readiness
  const open = openItems(release).length
  const done = items.filter((item) => item.state.is === 'done').length
  const count = md`${done} of ${items.length} done`
  if (state === 'cancelled') return md`${key} was cancelled: ${count}`
  if (!isAsked(release)) return md`${key} went with ${count}`
  const skipped = items.length - open - done
  if (open === 0) return md`${key} is ready: ${count}${skipped > 0 && `, ${skipped} skipped`}`
  const late = lateItems(release, facts, now).length
  const missing = md`${open} of ${items.length} open${late > 0 && `, ${late} late`}`
  return requiredDone(release)
    ? md`${key} is ready: ${missing}, none required`
    : md`${key} is not ready: ${missing}`
}

function dueLine(release: Release, facts: Facts, now: Date): Md {
  const { zone } = facts.product
  const last = lastDue(release, facts)
  const due = last && md`Due by ${when(last, zone)}.`
  return joined([due, voteLine(release, facts, now)], ' ')
}

/** By when all of it must be done. Items that are due then do not say so again. */
function lastDue(release: Release, facts: Facts): Date | null {
  const dues = openItems(release).map((item) => dueOf(item, release, facts).getTime())
  return dues.length > 0 ? new Date(Math.max(...dues)) : null
}

function voteLine(release: Release, facts: Facts, now: Date): Md {
  if (release.state === 'deciding') return md`The vote is open.`
  if (release.state === 'cleared') return md`Go was decided.`
  return nextVoteTold(release, facts, now)
}

interface Group {
  readonly name: string
  readonly items: readonly Item[]
  /** Since when an item is in this group, where that is news. */
  readonly since?: (item: Item) => Date
}

function groupsOf(release: Release, facts: Facts, now: Date): Group[] {
  const open = openItems(release)
  const blocked = open.filter((item) => item.state.is === 'blocked')
  const free = open.filter((item) => item.state.is === 'open')
  const late = free.filter((item) => isLate(item, release, facts, now))
  const rest = free.filter((item) => !late.includes(item))
  return [
    { name: 'Late', items: late, since: (item) => dueOf(item, release, facts) },
    { name: 'Blocked', items: blocked, since: ({ state }) => (state.is === 'blocked' ? state.since : now) },
    { name: 'No owner', items: rest.filter((item) => ownerOf(item, facts) === null) },
    { name: 'Open', items: rest.filter((item) => ownerOf(item, facts) !== null) },
  ]
}

/** One block for each item, so that each has its button; a group's name stands over its first. */
function openBlocks(release: Release, facts: Facts, now: Date): KnownBlock[] {
  let room = mostShown
  return groupsOf(release, facts, now).flatMap((group) => {
    const shown = group.items.slice(0, room)
    room -= shown.length
    const sinceAll = commonSince(group)
    return shown.map((item, place) => {
      const heading = place === 0 && headingOf(group, sinceAll, facts)
      const line = openLine(item, group, sinceAll, release, facts)
      return section(lines(heading, line), isAsked(release) && nextButton(item, release, facts))
    })
  })
}

function commonSince({ items, since }: Group): Date | null {
  const [first, ...others] = items.map((item) => since?.(item) ?? null)
  return first && others.every((other) => other?.getTime() === first.getTime()) ? first : null
}

const headingOf = ({ name }: Group, since: Date | null, facts: Facts) =>
  md`${bold(name)}${since && md` since ${when(since, facts.product.zone)}`}`

function openLine(item: Item, group: Group, sinceAll: Date | null, release: Release, facts: Facts): Md {
  const { zone } = facts.product
  const since = !sinceAll && group.since && md`since ${when(group.since(item), zone)}`
  const at = dueOf(item, release, facts)
  const earlier = at.getTime() !== lastDue(release, facts)?.getTime()
  const due = group.name === 'Open' && earlier && md`due ${when(at, zone)}`
  const again = item.again && md`again, for ${clip(md`${item.again}`, 20)}`
  const why = whyBlocked(item, facts)
  return lines(joined([itemLine(item, facts), again, due, since]), why && md`  ${why}`)
}

function doneLine(release: Release): Md | null {
  const done = release.readiness.items.filter((item) => item.state.is === 'done')
  if (done.length === 0) return null
  return clip(
    md`${bold('Done')} ${done.length}: ${joined(
      done.map((item) => lowered(shortNameOf(item))),
      ', ',
    )}`,
    400,
  )
}

/** What was left out stays in sight, with who said so and why. */
function skippedLines(release: Release, facts: Facts): Md | null {
  const skipped = release.readiness.items.flatMap((item) => {
    if (item.state.is !== 'skipped') return []
    const who = nameOf(facts, item.state.by)
    const name = clip(md`${shortNameOf(item)}`, 60)
    return [md`${bold('Skipped')} ${item.number} ${name} · ${who}: ${quoted(item.state.why, 80)}`]
  })
  if (skipped.length === 0) return null
  return lines(...skipped.slice(0, 3), skipped.length > 3 && md`and ${skipped.length - 3} more skipped`)
}

function cardButtons(release: Release) {
  const { items } = release.readiness
  const value = JSON.stringify({ release: release.id, page: 0 })
  return actions([
    items.length > 0 && button({ text: `All ${items.length} items`, action: acts.list, value }),
    release.state === 'preparing' &&
      button({
        text: 'Open the vote…',
        action: voteActs.openForm,
        value: JSON.stringify({ release: release.id }),
      }),
  ])
}
