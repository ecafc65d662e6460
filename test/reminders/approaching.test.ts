import { hoursToMilliseconds } from 'date-fns/hoursToMilliseconds'
import { describe, expect, test } from 'vitest'
import type { Feature } from '../../src/feature.ts'
import type { Facts, Release } from '../../src/releases/release.ts'
import {
  type Approach,
  dueToApproach,
  evolveApproaching,
  reminded,
  remindedOn,
} from '../../src/reminders/approaching.ts'
import { after, berlin, givenFacts, givenRelease, people, standard } from '../given.ts'

const features: readonly Feature[] = [{ name: 'approaching', evolve: evolveApproaching }]
const set = (wall: string) => ({ target: berlin('1 Dec 16:00'), at: berlin(wall), by: people.rm, why: null })
const planned = (overrides: Partial<Release> = {}) =>
  givenRelease({ approaches: [], targets: [set('16 Nov 10:00')], ...overrides })

/** The standard model reminds 3 working days before, 09:00 (Thu 26 Nov), and 1 working day before (Mon 30 Nov). */
const approach = (offset: number, date: string, target = berlin('1 Dec 16:00')): Approach => ({
  target,
  offset,
  date,
})
const told = (offset: number, date: string, target?: Date) => [
  { type: 'targetApproaching' as const, ...approach(offset, date, target) },
]
const on = (release: Release, date: string, { zone = 'Europe/Berlin', facts = givenFacts() } = {}) =>
  dueToApproach(release, facts, { zone, date })
const hold = { since: berlin('25 Nov 10:00'), by: people.rm, why: 'INC-482' }

/** The directory after somebody left. */
function without(...ids: string[]): Facts {
  const facts = givenFacts()
  const left = [...facts.people.values()].map((one) => ({ ...one, deleted: ids.includes(one.id) }))
  return { ...facts, people: new Map(left.map((one) => [one.id, one])) }
}

describe('the target approaches', () => {
  test('is told on the mornings of the model’s moments', () => {
    expect(on(planned(), '2026-11-25')).toEqual([])
    expect(on(planned(), '2026-11-26')).toEqual(told(0, '2026-11-26'))
  })

  test('is told once per moment', () => {
    const once = after(features, planned(), on(planned(), '2026-11-26'))
    expect(on(once, '2026-11-26')).toEqual([])
    expect(on(once, '2026-11-27')).toEqual([])
    expect(on(once, '2026-11-30')).toEqual(told(1, '2026-11-30'))
    const twice = after(features, once, on(once, '2026-11-30'))
    expect(on(twice, '2026-12-01')).toEqual([])
  })

  test('is told on the next morning when one was lost', () => {
    expect(on(planned(), '2026-11-27')).toEqual(told(0, '2026-11-27'))
  })

  test('is told once for two moments that passed on hold', () => {
    expect(on(planned({ hold }), '2026-11-30')).toEqual([])
    expect(on(planned(), '2026-11-30')).toEqual(told(1, '2026-11-30'))
    const once = after(features, planned(), on(planned(), '2026-11-30'))
    expect(on(once, '2026-12-01')).toEqual([])
  })

  test('is told before the weekend in which its moment lies', () => {
    const target = berlin('29 Nov 16:00')
    const facts = givenFacts({ model: { ...standard, reminders: [{ before: hoursToMilliseconds(24) }] } })
    expect(on(planned({ target }), '2026-11-27', { facts })).toHaveLength(1)
  })

  test('is not told of moments that had passed before the target was set', () => {
    const late = planned({ targets: [set('27 Nov 10:00')] })
    expect(on(late, '2026-11-27')).toEqual([])
    expect(on(late, '2026-11-30')).toEqual(told(1, '2026-11-30'))
  })

  test('is told anew of a new target', () => {
    const target = berlin('8 Dec 16:00')
    const moved = planned({
      target,
      targets: [set('16 Nov 10:00'), { ...set('30 Nov 12:00'), target }],
      approaches: [approach(0, '2026-11-26'), approach(1, '2026-11-30')],
    })
    expect(on(moved, '2026-12-02')).toEqual([])
    expect(on(moved, '2026-12-03')).toEqual(told(0, '2026-12-03', target))
  })

  test('is not told once the target has passed', () => {
    expect(on(planned(), '2026-12-02')).toEqual([])
  })

  test.each(['planned', 'executing', 'cancelled'] as const)('is not told while %s', (state) => {
    expect(on(planned({ state }), '2026-11-30')).toEqual([])
  })
})

describe('who is told', () => {
  const once = planned({ approaches: [approach(0, '2026-11-26')] })

  test('is the release manager, where they live', () => {
    expect(on(planned(), '2026-11-26', { zone: 'America/New_York' })).toEqual([])
    expect(reminded(once, givenFacts())).toBe(people.rm)
  })

  test('is the deputy when there is no release manager any more', () => {
    expect(reminded(once, without(people.rm))).toBe(people.deputy)
    expect(on(planned(), '2026-11-26', { facts: without(people.rm) })).toHaveLength(1)
  })

  test('is nobody when both have left', () => {
    const facts = without(people.rm, people.deputy)
    expect(reminded(once, facts)).toBeNull()
    expect(on(planned(), '2026-11-26', { facts })).toEqual([])
  })

  test('reads it on that morning only, until the release begins, is held or moved', () => {
    const reads = (release: Release, date: string) => remindedOn(release, givenFacts(), date)
    expect(reads(once, '2026-11-26')).toBe(people.rm)
    expect(reads(once, '2026-11-27')).toBeNull()
    expect(reads({ ...once, state: 'executing' }, '2026-11-26')).toBeNull()
    expect(reads({ ...once, hold }, '2026-11-26')).toBeNull()
    expect(reads({ ...once, target: berlin('3 Dec 16:00') }, '2026-11-26')).toBeNull()
  })
})
