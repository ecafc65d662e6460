import { describe, expect, test } from 'vitest'
import { dueReadiness, wakesReadiness } from '../../src/readiness/clock.ts'
import { emptyReadiness } from '../../src/readiness/readiness.ts'
import { itemNumbered } from '../../src/readiness/standing.ts'
import type { ReleaseEvent } from '../../src/releases/release.ts'
import { after, berlin, givenFacts, people } from '../given.ts'
import { allDone, done, features, givenListed } from './given-readiness.ts'

const facts = givenFacts()
const revised = (from: string | null, to: string): ReleaseEvent => ({
  type: 'componentRevised',
  component: 'payments-ledger',
  from,
  to,
})

describe('a new revision', () => {
  test('opens the item that was done for another, and asks anew', () => {
    const release = after(features, givenListed([done(2)]), [revised('a1', 'b2')], {
      at: berlin('30 Nov 09:00'),
    })
    expect(itemNumbered(release, 2)).toMatchObject({
      again: 'b2',
      asked: berlin('30 Nov 09:00'),
      state: { is: 'open' },
    })
  })

  test('leaves the items of other components, and what is open, as they are', () => {
    const release = givenListed([done(1)])
    expect(after(features, release, [revised('a1', 'b2')]).readiness).toEqual(release.readiness)
  })

  test('names what an item was done for when nobody had said', () => {
    const unnamed: ReleaseEvent = { type: 'itemDone', number: 2, evidence: null, revision: null }
    const named = givenListed([unnamed, revised(null, 'b2')])
    expect(itemNumbered(named, 2).state).toMatchObject({ is: 'done', revision: 'b2' })
    expect(itemNumbered(after(features, named, [revised('b2', 'c3')]), 2).state.is).toBe('open')
  })

  test('is settled by doing it again', () => {
    expect(itemNumbered(givenListed([done(2), revised('a1', 'b2'), done(2)]), 2)).toMatchObject({
      again: null,
      state: { is: 'done' },
    })
  })
})

describe('the clock', () => {
  const at = (wall: string, release = givenListed()) => dueReadiness(release, facts, berlin(wall))

  test('makes the list that preparing has not made', () => {
    const began = { ...givenListed(), readiness: emptyReadiness }
    expect(at('20 Nov 09:00', began)).toMatchObject([{ type: 'itemsListed' }])
    expect(wakesReadiness(began, facts)).toEqual([began.plannedAt])
    expect(at('20 Nov 09:00', { ...began, state: 'planned' })).toEqual([])
  })

  test('tells once that an item fell late', () => {
    expect(at('24 Nov 16:59')).toEqual([])
    expect(at('24 Nov 17:00')).toEqual([{ type: 'itemsFellLate', numbers: [4] }])
    expect(at('24 Nov 17:00', givenListed([{ type: 'itemsFellLate', numbers: [4] }]))).toEqual([])
  })

  test('tells anew of an item that is opened again after it fell late', () => {
    const late: ReleaseEvent = { type: 'itemsFellLate', numbers: [2, 4] }
    const lateAgain = (...events: ReleaseEvent[]) =>
      at('30 Nov 14:00', givenListed([late, done(2), ...events])).flatMap((event) =>
        event.type === 'itemsFellLate' ? event.numbers : [],
      )
    expect(lateAgain()).not.toContain(2)
    expect(lateAgain(revised('a1', 'b2'))).toContain(2)
    expect(
      lateAgain(
        { type: 'componentDropped', component: 'payments-ledger' },
        { type: 'componentAdded', component: 'payments-ledger', revision: 'a1' },
      ),
    ).toContain(2)
    expect(lateAgain()).not.toContain(4)
  })

  test('tells it anew for a new target', () => {
    const moved = givenListed([
      { type: 'itemsFellLate', numbers: [4] },
      { type: 'targetMoved', from: berlin('1 Dec 16:00'), to: berlin('3 Dec 16:00'), why: null },
    ])
    expect(at('26 Nov 17:00', { ...moved, target: berlin('3 Dec 16:00') })).toEqual([
      { type: 'itemsFellLate', numbers: [4] },
    ])
  })

  test('wakes when the next item is due, and never for what is settled', () => {
    expect(wakesReadiness(givenListed(), facts)).toContainEqual(berlin('24 Nov 17:00'))
    expect(wakesReadiness(givenListed(allDone), facts)).toEqual([])
  })

  test('is silent on hold and once it started', () => {
    const held = { ...givenListed(), hold: { since: berlin('24 Nov 10:00'), by: people.rm, why: 'INC-1' } }
    const started = { ...givenListed(), state: 'executing' } as const
    for (const release of [held, started]) {
      expect(at('30 Nov 10:00', release)).toEqual([])
      expect(wakesReadiness(release, facts)).toEqual([])
    }
  })
})
