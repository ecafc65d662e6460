import type { Changed, Feature, Waiting } from '../feature.ts'
import type { PersonId } from '../people/people.ts'
import type { Known } from '../releases/release.ts'
import { workedOnce } from '../worked-once.ts'

/** Something that waits for one person, with the release it belongs to. */
export interface Mine extends Waiting {
  readonly key: string
  /** The product's zone. */
  readonly zone: string
}

type Asking = readonly Pick<Feature, 'waiting'>[]

/** What waits for whom in one release, as every feature tells it; late first, then by due time. */
export function waitingIn(features: Asking, { release, facts }: Known, now: Date): Mine[] {
  const waiting = features.flatMap((feature) => feature.waiting?.(release, facts, now) ?? [])
  return inOrder(waiting.map((one) => ({ ...one, key: release.key, zone: facts.product.zone })))
}

/** What waits for one person over all these releases. */
export const waitingFor = (features: Asking, known: readonly Known[], person: PersonId, now: Date): Mine[] =>
  inOrder(known.flatMap((one) => waitingIn(features, one, now)).filter((mine) => mine.person === person))

const inOrder = (mine: readonly Mine[]) =>
  mine.toSorted((a, b) => Number(b.late) - Number(a.late) || dueTime(a) - dueTime(b))

const dueTime = ({ due }: Waiting) => due?.getTime() ?? Number.MAX_SAFE_INTEGER

/** Everyone whose list a change could touch: whom the release or what happened names. */
export const concernedBy = ({ facts, events }: Changed): PersonId[] => [
  ...new Set([...facts.people.keys(), ...given(events)]),
]

const given = (events: Changed['events']) =>
  events.flatMap((event) => ('owner' in event ? [event.owner] : []))

/**
 * Whose list a change may have made different: those for whom something else waits now, those it names, who planned
 * the release, and, when the clock brought it, those for whom something is late since.
 */
export const whoseListChanged = (features: Asking, change: Changed): PersonId[] => touchedIn(features)(change)

/** Home asks the same of a change as the mornings do. */
const touchedIn = workedOnce((features: Asking) =>
  workedOnce((change: Changed) => listsTouched(features, change)),
)

function listsTouched(features: Asking, { before, after, facts, events, now }: Changed): PersonId[] {
  const byClock = events.some(({ by }) => by.person === null)
  // What time alone has ended by now, such as the taking of ratings, still stood in the lists of then.
  const last = byClock ? (before?.lastChange?.at ?? now) : now
  const then = before ? waitingIn(features, { release: before, facts }, last) : []
  const since = waitingIn(features, { release: after, facts }, now)
  const [listThen, listSince] = [listsOf(then), listsOf(since)]
  const everyone = [...new Set([...listThen.keys(), ...listSince.keys()])]
  const changed = everyone.filter((person) => listThen.get(person) !== listSince.get(person))
  const fellLate = byClock ? since.filter(({ late }) => late).map(({ person }) => person) : []
  const planner = before ? [] : events.flatMap(({ by }) => by.person ?? [])
  return [...new Set([...changed, ...fellLate, ...given(events), ...planner])]
}

/** Each person's list, written down to be compared. */
function listsOf(all: readonly Mine[]): ReadonlyMap<PersonId, string> {
  const lists = Map.groupBy(all, ({ person }) => person)
  return new Map([...lists].map(([person, list]) => [person, JSON.stringify(list)]))
}
