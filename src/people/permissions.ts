import { Rejection } from '../errors.ts'
import type { Facts, Release } from '../releases/release.ts'
import type { Actor, Person, PersonId } from './people.ts'

/**
 * Whether this actor may change anything at all. Guests and people of other workspaces read, and never act.
 * @throws Rejection
 */
export function mayAct(actor: Actor, people: ReadonlyMap<PersonId, Person>): void {
  if (actor.person === null) return
  const person = people.get(actor.person)
  if (!person || person.deleted)
    throw new Rejection('Only people of this workspace can do that. You may read along.')
  if (person.guest) throw new Rejection('Guests read along here; ask somebody of the team to do it.')
}

/** Who runs it now: the release manager, the deputy when that person has left, else nobody. */
export const whoRuns = (
  { manager, deputy }: Pick<Release, 'manager' | 'deputy'>,
  { people }: Pick<Facts, 'people'>,
): PersonId | null => [manager, deputy].find((id) => id !== null && isActive(people.get(id))) ?? null

/** Who is asked where nobody else is: whoever runs it, by name the release manager when both have left. */
export const askedInstead = (release: Pick<Release, 'manager' | 'deputy'>, facts: Pick<Facts, 'people'>) =>
  whoRuns(release, facts) ?? release.manager

/** How texts name whoever runs it. */
export const runnerName = (release: Pick<Release, 'manager' | 'deputy'>, facts: Pick<Facts, 'people'>) =>
  nameOf(facts, askedInstead(release, facts))

/** Somebody who may be asked: people who left and guests are not. */
export const isActive = (person: Person | undefined): boolean =>
  person !== undefined && !person.deleted && !person.guest

/** The release manager, the deputy or an admin. */
export const runsIt = (release: Release, facts: Facts, person: PersonId | null): boolean =>
  person === null || person === release.manager || person === release.deputy || facts.admins.includes(person)

/** Anyone who may use the safe way: who runs it, holds one of its roles or was named by it. */
export const hasPart = (release: Release, facts: Facts, person: PersonId | null): boolean =>
  runsIt(release, facts, person) ||
  Object.values(facts.holders).some((ids) => person !== null && ids.includes(person))

/** @throws Rejection naming who may, and the safe way that is open to everyone with a part. */
export function onlyWhoRunsIt(release: Release, facts: Facts, actor: Actor, act: string): void {
  mayAct(actor, facts.people)
  if (runsIt(release, facts, actor.person)) return
  throw new Rejection(
    `Only ${runnerName(release, facts)} or an admin ${act}.${safeWay(release, facts, actor.person)}`,
  )
}

/** Whether anything goes on that a hold would stop. */
export const mayBeHeld = ({ state }: Pick<Release, 'state'>): boolean =>
  !['reviewing', 'closed', 'cancelled'].includes(state)

/** What is open to everyone with a part, behind a refusal. */
export function safeWay(release: Release, facts: Facts, person: PersonId | null): string {
  return !release.hold && mayBeHeld(release) && hasPart(release, facts, person)
    ? ' You may hold it: /release hold <why>'
    : ''
}

/** How texts name a person without pinging. */
export const nameOf = (facts: Pick<Facts, 'people'>, person: PersonId | null): string =>
  person === null ? 'Shipshape' : (facts.people.get(person)?.name ?? 'somebody who left')
