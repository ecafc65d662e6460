import { describe, expect, test } from 'vitest'
import { missingItems } from '../../src/readiness/items.ts'
import { isReady, openItems, requiredDone, shortNameOf } from '../../src/readiness/readiness.ts'
import { asksWho, dueOf, itemNumbered, lateItems, ownerOf } from '../../src/readiness/standing.ts'
import { after, berlin, givenFacts, people, refusal } from '../given.ts'
import { allDone, done, features, givenListed, shortHanded } from './given-readiness.ts'

const facts = givenFacts()

describe('the list', () => {
  test('has one item for each component, then the procedures', () => {
    expect(givenListed().readiness.items.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 payments-api',
      '2 payments-ledger',
      '3 checkout-web',
      '4 Rehearse the rollback',
      '5 Migration on a copy',
      '6 Load test, twice the traffic',
      '7 Runbook',
      '8 Brief support',
      '9 On-call',
    ])
  })

  test('is made once', () => {
    expect(missingItems(givenListed(), facts)).toEqual([])
  })

  test('keeps its numbers when a component comes later', () => {
    const release = after(features, givenListed(), [{ type: 'componentDropped', component: 'checkout-web' }])
    const came = after(features, release, [{ type: 'componentAdded', component: 'billing', revision: null }])
    expect(missingItems(came, facts)).toMatchObject([{ items: [{ number: 10, component: 'billing' }] }])
  })

  test('asks again for a component that left and came back', () => {
    const events = [
      { type: 'componentDropped', component: 'checkout-web' },
      { type: 'componentAdded', component: 'checkout-web', revision: null },
    ] as const
    expect(givenListed(events.slice(0, 1)).readiness.items[2]?.state.is).toBe('skipped')
    expect(givenListed(events).readiness.items[2]?.state.is).toBe('open')
  })
})

describe('an item is owned', () => {
  const item = (number: number) => itemNumbered(givenListed(), number)

  test('by the only one who fills its role', () => {
    expect(ownerOf(item(2), facts)).toBe(people.ledgerOwner)
    expect(asksWho(item(2), facts)).toEqual([])
  })

  test('by nobody while several fill it, who are asked', () => {
    expect(ownerOf(item(4), shortHanded)).toBeNull()
    expect(asksWho(item(4), shortHanded)).toEqual([people.dba, people.opsOncall])
  })

  test('by nobody when nobody fills it', () => {
    expect(ownerOf(item(8), shortHanded)).toBeNull()
    expect(asksWho(item(8), shortHanded)).toEqual([])
  })

  test('by whoever took it, until they leave the workspace', () => {
    const taken = itemNumbered(givenListed([{ type: 'itemTaken', number: 4, owner: people.opsOncall }]), 4)
    expect(ownerOf(taken, facts)).toBe(people.opsOncall)
    const left = new Map(
      [...facts.people].map(([id, person]) => [id, { ...person, deleted: id === people.opsOncall }]),
    )
    expect(ownerOf(taken, givenFacts({ people: left }))).toBe(people.dba)
  })
})

describe('an item is due', () => {
  test('as long before the target as the model says, and moves with it', () => {
    const release = givenListed()
    const moved = { ...release, target: berlin('3 Dec 16:00') }
    expect(dueOf(itemNumbered(release, 4), release, facts)).toEqual(berlin('24 Nov 17:00'))
    expect(dueOf(itemNumbered(moved, 4), moved, facts)).toEqual(berlin('26 Nov 17:00'))
  })

  test('on short notice at the next moment that needs it', () => {
    const asked = (wall: string) => ({ ...itemNumbered(givenListed(), 4), asked: berlin(wall) })
    const release = givenListed()
    expect(dueOf(asked('25 Nov 10:00'), release, facts)).toEqual(berlin('30 Nov 15:00'))
    expect(dueOf(asked('30 Nov 16:00'), release, facts)).toEqual(berlin('1 Dec 12:00'))
    expect(dueOf(asked('1 Dec 13:00'), release, facts)).toEqual(release.target)
    expect(dueOf(asked('24 Nov 16:59'), release, facts)).toEqual(berlin('24 Nov 17:00'))
    expect(dueOf(asked('24 Nov 17:00'), release, facts)).toEqual(berlin('30 Nov 15:00'))
  })

  test('and late from then on, unless it is done', () => {
    const late = (events = givenListed(), wall = '24 Nov 17:00') =>
      lateItems(events, facts, berlin(wall)).map(({ number }) => number)
    expect(late(givenListed(), '24 Nov 16:59')).toEqual([])
    expect(late()).toEqual([4])
    expect(late(givenListed([done(4)]))).toEqual([])
  })
})

describe('a release is ready', () => {
  test('when every required item is done or skipped', () => {
    expect(isReady(givenListed(allDone))).toBe(true)
    expect(isReady(givenListed(allDone.slice(1)))).toBe(false)
    const skipped = { type: 'itemSkipped', number: 1, why: 'no change', required: true } as const
    expect(isReady(givenListed([skipped, ...allDone.slice(1)]))).toBe(true)
  })

  test('not while it is only planned, although nothing is open', () => {
    const planned = { ...givenListed(), state: 'planned', readiness: { items: [], wayBack: null } } as const
    expect(requiredDone(planned)).toBe(true)
    expect(isReady(planned)).toBe(false)
  })

  test('with items open that are not required', () => {
    const release = givenListed(allDone.slice(1))
    const items = release.readiness.items.map((item) => ({ ...item, required: item.number !== 1 }))
    const relaxed = { ...release, readiness: { ...release.readiness, items } }
    expect(openItems(relaxed)).toHaveLength(1)
    expect(isReady(relaxed)).toBe(true)
  })
})

describe('an item is called', () => {
  test.each([
    [2, 'payments-ledger'],
    [4, 'way back'],
    [6, 'Load test'],
  ])('%i %s where there is little room', (number, name) => {
    expect(shortNameOf(itemNumbered(givenListed(), number))).toBe(name)
  })

  test('by a number of the list, or the end of the list is told', () => {
    expect(refusal(() => itemNumbered(givenListed(), 12))).toBe('There is no item 12; the list ends at 9.')
    const blank = { ...givenListed(), readiness: { items: [], wayBack: null } }
    expect(refusal(() => itemNumbered(blank, 1))).toBe(
      'payments-2.4.0 has no list yet; it comes when preparing begins.',
    )
  })
})
