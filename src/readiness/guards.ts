import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { nameOf, runsIt } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { type Item, isAsked } from './readiness.ts'
import { holdersOf, itemNumbered, ownerOf } from './standing.ts'

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
