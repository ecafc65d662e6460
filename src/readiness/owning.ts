import { Rejection } from '../errors.ts'
import type { Actor, Person } from '../people/people.ts'
import { nameOf, runnerName, runsIt } from '../people/permissions.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { answersFor, askedItem } from './guards.ts'
import { type Item, isOpen } from './readiness.ts'
import { holdersOf, ownerOf } from './standing.ts'

function openItem(release: Release, number: number): Item {
  const item = askedItem(release, number)
  if (!isOpen(item)) throw new Rejection(`Item ${number} is ${item.state.is} already.`)
  return item
}

/** Makes an item one's own. Nobody's is anybody's; somebody's only their role's and the release manager's. */
export function take(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
): ReleaseEvent[] {
  const item = openItem(release, number)
  const owner = ownerOf(item, facts)
  if (actor.person === null || owner === actor.person) return []
  const may =
    owner === null || runsIt(release, facts, actor.person) || holdersOf(item, facts).includes(actor.person)
  if (!may) {
    const [whose, manager] = [nameOf(facts, owner), runnerName(release, facts)]
    throw new Rejection(
      `Item ${number} is ${whose}'s. ${whose} or ${manager} gives it: /release ready ${number} give @you`,
    )
  }
  return [{ type: 'itemTaken', number, owner: actor.person }]
}

/** Gives an item to somebody. `to` is null when nobody was named, or somebody the directory does not know. */
export function give(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
  to: Person | null,
): ReleaseEvent[] {
  const item = openItem(release, number)
  if (!answersFor(item, release, facts, actor.person)) {
    const who = [...new Set([ownerOf(item, facts), release.manager])].filter((id) => id !== null)
    throw new Rejection(`Only ${who.map((id) => nameOf(facts, id)).join(' or ')} gives item ${number} away.`)
  }
  if (!to)
    throw new Rejection(`Give it to whom? Like: /release ready ${number} give @dba`, { field: 'owner' })
  if (to.guest || to.deleted) {
    const why = to.deleted ? 'is not in this workspace any more' : 'is a guest, and guests read along'
    throw new Rejection(`${to.name} ${why}. Give it to somebody else.`, { field: 'owner' })
  }
  return ownerOf(item, facts) === to.id ? [] : [{ type: 'itemGiven', number, owner: to.id }]
}
