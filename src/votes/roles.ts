import { type Offer, Rejection } from '../errors.ts'
import type { PersonId } from '../people/people.ts'
import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { andMore, counted, listed } from '../slack/wording.ts'
import type { Says, Vote } from './votes.ts'

/** The roles a person names for an answer: by name, all they hold, none because it is only advice; null says nothing. */
export type RolesMeant = readonly string[] | 'all' | 'advice' | null

interface Asked {
  readonly person: PersonId
  readonly door: string
}

interface Wanted {
  readonly says: Says
  readonly note: string | null
  readonly roles: RolesMeant
}

/** The model's roles that this person fills: those they can answer for. */
export const rolesHeld = (facts: Pick<Facts, 'model' | 'holders'>, person: PersonId): string[] =>
  facts.model.roles.map(({ name }) => name).filter((role) => facts.holders[role]?.includes(person))

/** The model's spelling of a role somebody typed; undefined when there is none. */
export const roleNamed = (facts: Pick<Facts, 'model'>, typed: string): string | undefined =>
  facts.model.roles.map(({ name }) => name).find((name) => name.toLowerCase() === typed.trim().toLowerCase())

/**
 * For which roles an answer counts; `null` is advice. In the thread everybody may advise, through the other doors
 * somebody without a role has to want it.
 * @throws Rejection when it is not theirs to answer, or when they hold several roles and named none.
 */
export function rolesOf(
  release: Release,
  facts: Facts,
  vote: Vote,
  voter: Asked,
  wanted: Wanted,
): (string | null)[] {
  const held = rolesHeld(facts, voter.person)
  const { roles } = wanted
  if (roles === 'advice') return [null]
  if (Array.isArray(roles) && roles.length > 0)
    return roles.map((role) => heldRole(release, facts, voter, wanted, role))
  if (held.length > 1 && roles !== 'all') throw chooseRole(release, held, wanted)
  if (held.length > 0) return held
  if (voter.door === 'thread' && wanted.says !== 'abstain') return [null]
  throw notTheirs(release, facts, vote.rule.mandatory, wanted)
}

function heldRole(release: Release, facts: Facts, { person }: Asked, wanted: Wanted, typed: string): string {
  const role = roleNamed(facts, typed)
  if (!role) {
    const names = facts.model.roles.map(({ name }) => name)
    throw new Rejection(`I do not know the role "${typed}". There are ${listed(names)}.`)
  }
  if (rolesHeld(facts, person).includes(role)) return role
  throw notTheirs(release, facts, [role], wanted)
}

/** "You hold two roles. For which? [Quality] [Support] [Both]" */
function chooseRole(release: Release, held: readonly string[], wanted: Wanted): Rejection {
  const all = {
    label: held.length === 2 ? 'Both' : `All ${counted(held.length)}`,
    run: runFor(release, wanted, 'all'),
  }
  const each = held.slice(0, 3).map((role) => ({ label: role, run: runFor(release, wanted, role) }))
  return new Rejection(`You hold ${counted(held.length)} roles. For which?`, { offers: [...each, all] })
}

/** "Only Security answers this: sec-second. In the thread your word stands as advice." */
function notTheirs(release: Release, facts: Facts, roles: readonly string[], wanted: Wanted): Rejection {
  const people = [...new Set(roles.flatMap((role) => facts.holders[role] ?? []))].map((id) =>
    nameOf(facts, id),
  )
  const who = people.length > 0 ? andMore(people) : 'nobody yet'
  const answers = roles.length === 1 ? 'answers' : 'answer'
  return new Rejection(
    `Only ${listed(roles)} ${answers} this: ${who}. In the thread your word stands as advice.`,
    {
      offers: wanted.says === 'abstain' ? [] : [asAdvice(release, wanted)],
    },
  )
}

const asAdvice = (release: Release, wanted: Wanted): Offer => ({
  label: wanted.says === 'go' ? 'Go, as advice' : 'No-go, as advice',
  run: runFor(release, wanted, 'advice'),
})

const runFor = (release: Release, { says, note }: Wanted, role: string) =>
  `${says} ${release.key} for ${role} ${note ?? ''}`.trim()
