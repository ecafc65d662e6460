import type { Feature } from '../../src/feature.ts'
import { evolveReadiness } from '../../src/readiness/evolve.ts'
import { missingItems } from '../../src/readiness/items.ts'
import { emptyReadiness, type WayBack } from '../../src/readiness/readiness.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { emptyScope, evolveScope } from '../../src/scope/scope.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { after, berlin, givenFacts, givenRelease, payments, people } from '../given.ts'

export const features: readonly Feature[] = [
  { name: 'scope', evolve: evolveScope },
  { name: 'readiness', evolve: evolveReadiness },
]

export const wayBack: WayBack = {
  howLong: '10 min',
  untilStep: 'everyone has it',
  sign: '1 % refund errors for 5 min',
  rollbackSign: 'a refund is paid twice',
}

/** Two people fill Data, and nobody fills Support. */
export const shortHanded: Facts = givenFacts({
  holders: { ...givenFacts().holders, Data: [people.dba, people.opsOncall], Support: [] },
})

/** payments-2.4.0 with its list of nine: three components, then 4 rollback, 5 migration, 6 load test, 7 to 9. */
export function givenListed(events: readonly ReleaseEvent[] = [], overrides: Partial<Release> = {}): Release {
  const components = payments.components.map(({ name }) => ({ name, revision: 'a1' }))
  const release = givenRelease({
    scope: { ...emptyScope, components },
    readiness: emptyReadiness,
    votes: noVotes,
    ...overrides,
  })
  const listed = after(features, release, missingItems(release, givenFacts()), { at: berlin('20 Nov 09:00') })
  return after(features, listed, events)
}

export const done = (number: number, evidence: string | null = null): ReleaseEvent => ({
  type: 'itemDone',
  number,
  evidence,
  revision: number <= 3 ? 'a1' : null,
})

export const allDone = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => done(number))
