import { hoursToMilliseconds } from 'date-fns/hoursToMilliseconds'
import type { Feature } from '../feature.ts'
import { type Mine, waitingIn } from '../home/mine.ts'
import type { PersonId } from '../people/people.ts'
import { isActive } from '../people/permissions.ts'
import type { Facts, Known, Release } from '../releases/release.ts'
import { endOfDate, type Morning, morningOf } from '../time/mornings.ts'
import { latestRound } from '../verification/verification.ts'
import { newestVote } from '../votes/votes.ts'
import { remindedOn } from './approaching.ts'

type Asking = readonly Pick<Feature, 'waiting'>[]

const restAfterAsking = hoursToMilliseconds(1)

/** What one person is reminded of. */
export interface List {
  readonly mine: readonly Mine[]
  /** Releases that this person runs and whose target comes nearer. */
  readonly approaching: readonly Known[]
}

/**
 * What each person who lives in this zone is reminded of that morning, over all releases: what is late or due that
 * day, votes and checks that wait, and targets that approach. Whoever has nothing of the kind is not in it.
 */
export function morningLists(
  features: Asking,
  known: readonly Known[],
  morning: Morning,
  now: Date,
): ReadonlyMap<PersonId, List> {
  const lives = ({ people }: Facts, id: PersonId) =>
    isActive(people.get(id)) && people.get(id)?.zone === morning.zone
  const mine = known.flatMap((one) =>
    dueIn(features, one, morning, now).filter(({ person }) => lives(one.facts, person)),
  )
  const approaching = known.flatMap((one) => {
    const person = remindedOn(one.release, one.facts, morning.date)
    return person && lives(one.facts, person) ? [{ person, known: one }] : []
  })
  const people = new Set([...mine, ...approaching].map(({ person }) => person))
  const listOf = (id: PersonId): List => ({
    mine: mine.filter(({ person }) => person === id),
    approaching: approaching.filter(({ person }) => person === id).map((one) => one.known),
  })
  return new Map([...people].map((id) => [id, listOf(id)]))
}

/** What is to be said of one release that morning, to whomever it is due. */
export function dueIn(features: Asking, known: Known, { zone, date }: Morning, now: Date): Mine[] {
  const { release } = known
  if (isQuiet(release)) return []
  const end = endOfDate(date, zone)
  const rested = new Date(morningOf(date, zone).getTime() - restAfterAsking)
  return waitingIn(features, known, now).filter(({ kind, due, late }) => {
    const asked = askedAt[kind]?.(release)
    return asked ? asked <= rested : late || (due !== null && due < end)
  })
}

/** Nothing is asked on hold, or while it is only planned. */
const isQuiet = ({ hold, state }: Release) => hold !== null || state === 'planned'

/**
 * Votes, checks and what must be planned wait from the moment they are asked, whenever they are due. Whoever had a message about one
 * within the hour, or after nine, needs no other one that morning.
 */
const askedAt: Partial<Record<Mine['kind'], (release: Release) => Date | undefined>> = {
  vote: (release) => newestVote(release)?.opened,
  plan: (release) => newestVote(release)?.ended?.at ?? release.plannedAt,
  check: (release) => latestRound(release)?.liveAt,
}
