import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import type { Asked } from './reviews.ts'

/**
 * Who is asked how the release was: those who run it and everyone who did something for it, those whom it is handed
 * over to, and those who answer for its consumers; each once. A receiver who also did something counts as a receiver,
 * because hardly any other is left.
 */
export function askedAbout(release: Release, facts: Facts): Asked[] {
  const receivers = receiversOf(facts).filter((person) => person !== release.manager)
  const doers = doersOf(release).filter((person) => !receivers.includes(person))
  const users = facts.consumers.filter((person) => !doers.includes(person) && !receivers.includes(person))
  const asked: Asked[] = [
    ...doers.map((person) => ({ person, relation: 'did' as const })),
    ...receivers.map((person) => ({ person, relation: 'receives' as const })),
    ...users.map((person) => ({ person, relation: 'uses' as const })),
  ]
  return asked.filter(({ person }) => isHere(facts, person)).sort(byPerson)
}

const byPerson = (a: Asked, b: Asked) => (a.person < b.person ? -1 : 1)

/** Support, and the roles that the model makes communicate. */
function receiversOf({ holders, model }: Facts): PersonId[] {
  const communicate = model.items
    .filter(({ procedure }) => procedure === 'communication')
    .map(({ owner }) => owner)
  const roles = [...new Set(['Support', ...communicate])]
  return [...new Set(roles.flatMap((role) => holders[role] ?? []))]
}

/** Everyone with an act on it: items, ballots, steps, openings, checks, incidents; and its manager in any case. */
function doersOf({ manager, readiness, votes, execution, verification }: Release): PersonId[] {
  const acts = [
    manager,
    ...readiness.items.map(({ state }) => ('by' in state ? state.by : null)),
    ...votes.rounds.flatMap(({ ballots }) => ballots.map(({ person }) => person)),
    ...execution.steps.flatMap(({ endedBy, failedBy }) => [endedBy, failedBy]),
    ...execution.exposures.map(({ by }) => by),
    ...verification.checks.map(({ by }) => by),
    ...verification.incidents.map(({ by }) => by),
  ]
  return [...new Set(acts.filter((person) => person !== null))]
}

function isHere({ people }: Facts, person: PersonId): boolean {
  const known = people.get(person)
  return known !== undefined && !known.deleted && !known.guest
}
