import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf, hasNews, sinceWhen, zoneOfChannel } from '../../src/digests/digest.ts'
import type { Known } from '../../src/releases/release.ts'
import { type Release, states } from '../../src/releases/release.ts'
import { live } from '../execution/given-execution.ts'
import { berlin, people } from '../given.ts'
import { fails } from '../verification/given-verification.ts'
import { atRisk, deciding, planned, preparing, shipped, undone, watching } from './given-releases.ts'

const window = { since: berlin('1 Dec 09:00'), now: berlin('2 Dec 09:00') }
const sectionsOf = (known: Known, on = window) =>
  Object.entries(digestOf([known], on))
    .filter(([, all]) => all.length > 0)
    .map(([name]) => name)

describe('where a release stands in the digest', () => {
  test.each([
    ['an open vote', deciding, 'decide'],
    ['an item without an owner', atRisk, 'atRisk'],
    ['open to some', watching, 'watching'],
    ['planned for next week', planned, 'coming'],
    ['rolled back since yesterday', undone, 'rolledBack'],
  ])('%s', (_, known, section) => {
    expect(sectionsOf(known)).toEqual([section])
  })

  test('live for everyone since the last digest is shipped, and not told again', () => {
    const thursday = { since: berlin('2 Dec 09:00'), now: berlin('3 Dec 09:00') }
    const friday = { since: berlin('3 Dec 09:00'), now: berlin('4 Dec 09:00') }
    expect(sectionsOf(shipped, thursday)).toEqual(['shipped'])
    expect(sectionsOf({ ...shipped, release: { ...shipped.release, state: 'closed' } }, friday)).toEqual([])
  })

  test.each([
    ['late', preparing({ target: berlin('4 Dec 16:00') })],
    ['on hold', { ...watching, release: { ...watching.release, hold: held() } }],
    ['past its target', preparing({ target: berlin('2 Dec 08:00') })],
    ['with a failed check', { ...shipped, release: { ...shipped.release, ...fails(live(), 4) } }],
  ])('%s is at risk', (_, known) => {
    expect(sectionsOf(known)).toEqual(['atRisk'])
  })

  test('what is further away than two weeks is not told yet', () => {
    const far = { ...planned, release: { ...planned.release, target: berlin('17 Dec 16:00') } }
    expect(sectionsOf(far)).toEqual([])
    expect(hasNews(digestOf([far], window), window)).toBe(false)
  })

  test('what was cancelled is not told', () => {
    expect(sectionsOf(preparing({ state: 'cancelled' }))).toEqual([])
  })

  test('soonest first', () => {
    const later = {
      ...planned,
      release: { ...planned.release, key: 'later', target: berlin('10 Dec 16:00') },
    }
    expect(digestOf([later, planned], window).coming).toEqual([planned, later])
  })

  test('whatever its state, target and time: in one section at most', () => {
    const instants = fc.date({
      min: berlin('20 Nov 00:00'),
      max: berlin('20 Dec 00:00'),
      noInvalidDate: true,
    })
    const given = fc.constantFrom(deciding, atRisk, watching, planned, shipped, undone)
    fc.assert(
      fc.property(given, fc.constantFrom(...states), instants, instants, (known, state, target, now) => {
        const one = { ...known, release: { ...known.release, state, target } }
        expect(sectionsOf(one, { since: window.since, now }).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

function held() {
  return { since: berlin('1 Dec 20:15'), by: people.opsOncall, why: 'INC-482' }
}

describe('what makes a digest', () => {
  const isTold = (...known: readonly Known[]) => hasNews(digestOf(known, window), window)
  const soon = (overrides: Partial<Release>) => ({
    ...planned,
    release: { ...planned.release, ...overrides },
  })
  const set = (at: string) => ({ target: planned.release.target, at: berlin(at), by: people.rm, why: null })

  test('is nothing that is only still coming', () => {
    expect(isTold()).toBe(false)
    expect(isTold(planned)).toBe(false)
    expect(isTold(soon({ targets: [set('1 Dec 08:00')] }))).toBe(false)
  })

  test.each([
    ['was planned since the last one', soon({ targets: [set('1 Dec 10:00')] })],
    ['was moved since the last one', soon({ targets: [set('16 Nov 10:00'), set('1 Dec 17:00')] })],
    ['has come within two weeks since', soon({ target: berlin('15 Dec 16:00') })],
  ])('is what %s', (_, known) => {
    expect(isTold(known)).toBe(true)
  })

  test.each([
    ['to decide', deciding],
    ['at risk', atRisk],
    ['watched', watching],
    ['rolled back', undone],
  ])('is what is %s, and what comes rides along', (_, known) => {
    expect(isTold(known)).toBe(true)
    expect(digestOf([known, planned], window).coming).toEqual([planned])
  })
})

describe('since when it tells', () => {
  const since = (last: string | null, date: string) => sinceWhen(last, date, 'Europe/Berlin')
  test('is the digest before it, whatever days lie between', () => {
    expect(since('2026-12-01', '2026-12-02')).toEqual(berlin('1 Dec 09:00'))
    expect(since('2026-11-27', '2026-12-01')).toEqual(berlin('27 Nov 09:00'))
  })

  test('is a week before it at most, or when there was none', () => {
    expect(since(null, '2026-12-02')).toEqual(berlin('25 Nov 09:00'))
    expect(since('2026-10-01', '2026-12-02')).toEqual(berlin('25 Nov 09:00'))
  })
})

describe('whose nine o’clock', () => {
  const product = (name: string, zone: string) => ({ name, zone })
  test('is that of most products in the channel', () => {
    const payments = product('payments', 'Europe/Berlin')
    const ledger = product('ledger', 'Europe/Berlin')
    const search = product('search', 'America/New_York')
    expect(zoneOfChannel([search, payments, ledger])).toBe('Europe/Berlin')
    expect(zoneOfChannel([search])).toBe('America/New_York')
  })

  test('is that of the first by name when they are even, whatever their order', () => {
    const one = product('a', 'Asia/Tokyo')
    const two = product('b', 'Europe/Berlin')
    expect(zoneOfChannel([one, two])).toBe('Asia/Tokyo')
    expect(zoneOfChannel([two, one])).toBe('Asia/Tokyo')
    expect(zoneOfChannel([])).toBeUndefined()
  })
})
