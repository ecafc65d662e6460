import { emptyReadiness } from '../../src/readiness/readiness.ts'
import type { Facts, Known, Release } from '../../src/releases/release.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { givenCleared, live, openToTen, rolledBack } from '../execution/given-execution.ts'
import { berlin, givenFacts } from '../given.ts'
import { givenListed, shortHanded } from '../readiness/given-readiness.ts'
import { passing } from '../verification/given-verification.ts'
import { allButQuality } from '../votes/given-vote.ts'

const blank = { votes: noVotes, targets: [], readiness: emptyReadiness, ...withoutRun(givenCleared()) }

function withoutRun({ execution, verification }: Release) {
  return { execution, verification }
}

const known = (release: Release, facts: Facts = givenFacts()): Known => ({
  release: { ...blank, ...release },
  facts,
})

export const preparing = (overrides: Partial<Release> = {}, facts?: Facts) =>
  known(givenListed([], { votes: noVotes, ...overrides }), facts)

/** Tue 1 Dec, 09:00: Quality is awaited until 12:00. */
export const deciding = known(allButQuality())
/** Nobody fills Support, and two fill Data: item 8 has no owner. */
export const atRisk = preparing({ key: 'ledger-1.9.0', target: berlin('11 Dec 16:00') }, shortHanded)
/** Open to 10 % since Tue 17:10. */
export const watching = known({ ...openToTen(), key: 'search-3.1.0' })
export const planned = preparing({
  key: 'mobile-8.2.0',
  state: 'planned',
  target: berlin('8 Dec 16:00'),
  readiness: emptyReadiness,
})
/** Live for everyone since Wed 2 Dec, 15:15, verified. */
export const shipped = known({ ...passing(live(), 1, 2, 3, 4, 5), key: 'web-7.4.1' })
export const undone = known({ ...rolledBack(), key: 'billing-5.0.0' })
