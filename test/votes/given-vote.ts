import type { Feature } from '../../src/feature.ts'
import type { Actor, Door } from '../../src/people/people.ts'
import type { Item } from '../../src/readiness/readiness.ts'
import { evolvePlanning } from '../../src/releases/planning.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { emptyScope, evolveScope } from '../../src/scope/scope.ts'
import { evolveVotes } from '../../src/votes/evolve.ts'
import { type Opening, openRound } from '../../src/votes/opening.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { castBallot, type Said } from '../../src/votes/voting.ts'
import { actor, after, berlin, givenFacts, givenRelease, people } from '../given.ts'

export const features: readonly Feature[] = [
  { name: 'planning', evolve: evolvePlanning },
  { name: 'scope', evolve: evolveScope },
  { name: 'votes', evolve: evolveVotes },
]

const revisions = { 'payments-api': 'a1', 'payments-ledger': '9ac01f2', 'checkout-web': 'c3' }
const components = Object.entries(revisions).map(([name, revision]) => ({ name, revision }))

/** payments-2.4.0 with everything ready, before its first vote. */
export const givenReady = (overrides: Partial<Release> = {}): Release =>
  givenRelease({
    scope: { ...emptyScope, components },
    readiness: { items: [], wayBack: null },
    votes: noVotes,
    targets: [],
    ...overrides,
  })

/** The release after these events. */
export const followedBy = (
  release: Release,
  events: readonly ReleaseEvent[],
  told: { readonly at?: Date; readonly by?: Actor } = {},
): Release => after(features, release, events, told)

/** A readiness item that is open. */
export const item = (overrides: Partial<Item> = {}): Item => ({
  number: 6,
  title: 'Load test, twice the traffic',
  component: null,
  procedure: 'other',
  role: 'Quality',
  due: { workingDays: 2, at: '17:00' },
  wantsEvidence: true,
  required: true,
  risk: null,
  owner: null,
  asked: berlin('20 Nov 09:00'),
  again: null,
  fellLate: false,
  state: { is: 'open' },
  ...overrides,
})

export const whenOpened = berlin('30 Nov 15:00')

/** Its vote, open since Mon 15:00, closing Tue 12:00. */
export function givenVote(overrides: Partial<Release> = {}, opening: Partial<Opening> = {}): Release {
  const ready = givenReady(overrides)
  const now = whenOpened
  const events = openRound(ready, givenFacts(), now, actor(people.rm), { until: null, why: null, ...opening })
  return followedBy(ready, events, { at: now })
}

export interface Saying extends Partial<Said> {
  readonly at?: string
  readonly door?: Door
  readonly facts?: Facts
}

/** What happens when a person says this; what they may not say throws. */
export function saying(release: Release, person: string, words: string, more: Saying = {}): ReleaseEvent[] {
  const { at = '30 Nov 16:10', door = 'command', facts = givenFacts(), ...said } = more
  const [, says = '', note = ''] = /^(no-go|go|abstain) ?(.*)$/.exec(words) ?? []
  return castBallot(release, facts, berlin(at), actor(person, door), {
    // The pattern above lets only these words through.
    says: says as Said['says'],
    note: note || null,
    roles: null,
    round: null,
    reply: null,
    ...said,
  })
}

/** The release after a person has said this. */
export function says(release: Release, person: string, words: string, more: Saying = {}): Release {
  const { at = '30 Nov 16:10', door = 'command' } = more
  return followedBy(release, saying(release, person, words, more), {
    at: berlin(at),
    by: actor(person, door),
  })
}

/** A new revision of payments-ledger, committed Mon 17:40. */
export const revised = (release: Release, to = '4be77d1'): Release =>
  followedBy(release, [{ type: 'componentRevised', component: 'payments-ledger', from: '9ac01f2', to }], {
    at: berlin('30 Nov 17:40'),
    by: actor(people.ledgerOwner),
  })

/** Everyone but Quality has said go. */
export const allButQuality = (release = givenVote()): Release =>
  [people.secSecond, people.opsLead, people.paymentsLead].reduce(
    (state, person) => says(state, person, 'go'),
    release,
  )

/** Go was decided Tue 10:05. */
export const givenGo = (): Release => says(allButQuality(), people.qaLead, 'go', { at: '1 Dec 10:05' })
