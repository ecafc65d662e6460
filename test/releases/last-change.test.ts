import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/people/people.ts'
import { lastChangeLine } from '../../src/releases/last-change.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { actor, after, berlin, givenFacts, people, system } from '../given.ts'
import { done, features, givenListed } from '../readiness/given-readiness.ts'
import { words } from '../shown.ts'

const told = (release: Release) => {
  const line = lastChangeLine(release, givenFacts())
  return line && words(line)
}
const happens = (
  events: readonly ReleaseEvent[],
  by: Actor = actor(people.ledgerOwner),
  release = givenListed(),
) => after(features, release, events, { at: berlin('30 Nov 17:40'), by })

const revised = {
  type: 'componentRevised',
  component: 'payments-ledger',
  from: 'a1',
  to: '4be77d1',
} as const

describe('the last change', () => {
  test('says who, what in a few words, and when', () => {
    expect(told(happens([revised]))).toBe(
      'Last change: ledger-owner, payments-ledger 4be77d1, Mon 30 Nov, 17:40',
    )
  })

  test('is what somebody did, not what followed from it at once', () => {
    const both = happens([revised, { type: 'itemReopened', number: 2 }])
    expect(told(both)).toContain('payments-ledger 4be77d1')
  })

  test('names nobody for what the clock brought', () => {
    expect(told(happens([{ type: 'preparingBegan' }], system))).toBe(
      'Last change: preparing began, Mon 30 Nov, 17:40',
    )
  })

  test('passes over what the card does not show, and nobody’s rating is told', () => {
    const before = happens([done(4)], actor(people.dba))
    const line = 'Last change: dba, 4 Rehearse the rollback done, Mon 30 Nov, 17:40'
    const rated = {
      number: 1,
      replaces: null,
      person: people.dba,
      relation: 'did',
      stars: 1,
      sentence: null,
    } as const
    const silent: ReleaseEvent[] = [
      { type: 'noted', text: 'the CDN was slow', link: null, author: null },
      { type: 'rated', ...rated },
    ]
    expect(told(after(features, before, silent, { at: berlin('1 Dec 10:00') }))).toBe(line)
  })

  test('keeps instants as JSON does, so that what is loaded reads alike', () => {
    const moved = happens([
      { type: 'targetMoved', from: berlin('1 Dec 16:00'), to: berlin('3 Dec 16:00'), why: null },
    ])
    expect(moved.lastChange).toMatchObject({ to: berlin('3 Dec 16:00').toISOString() })
    expect(told(moved)).toContain('moved to Thu 3 Dec, 16:00')
  })

  test('is nothing before the first', () => {
    expect(told(givenListed([], { lastChange: null }))).toContain('9 items asked for')
    expect(told({ ...givenListed(), lastChange: null })).toBeNull()
  })
})
