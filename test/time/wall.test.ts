import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  atWallTime,
  instantOf,
  isWorkingDay,
  startOfLocalDay,
  wallTime,
} from '../../src/time/wall.ts'

const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'
const iso = (instant: Date) => instant.toISOString().slice(0, 16)
const at = (text: string) => new Date(`${text}Z`)
const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number)
  return { year, month, day, hour, minute }
}

describe('what the wall shows', () => {
  test.each([
    ['2026-12-01 16:00', berlin, '2026-12-01T15:00'],
    ['2026-07-01 16:00', berlin, '2026-07-01T14:00'],
    ['2026-12-01 16:00', newYork, '2026-12-01T21:00'],
    ['2026-12-32 00:00', berlin, '2026-12-31T23:00'],
  ])('%s in %s is %s', (shown, zone, instant) => {
    expect(iso(instantOf(wall(shown), zone))).toBe(instant)
  })

  test.each([
    [
      'is skipped in spring: as much later as the clocks jump',
      '2026-03-29 02:30',
      berlin,
      '2026-03-29T01:30',
    ],
    ['is skipped in spring, further west', '2026-03-08 02:30', newYork, '2026-03-08T07:30'],
    ['comes twice in autumn: the first', '2026-10-25 02:30', berlin, '2026-10-25T00:30'],
    ['comes twice in autumn, further west', '2026-11-01 01:30', newYork, '2026-11-01T05:30'],
    ['just before the jump', '2026-03-29 01:59', berlin, '2026-03-29T00:59'],
    ['just after the jump', '2026-03-29 03:00', berlin, '2026-03-29T01:00'],
    ['just before a time comes twice', '2026-10-25 01:59', berlin, '2026-10-24T23:59'],
    ['just after a time came twice', '2026-10-25 03:00', berlin, '2026-10-25T02:00'],
    ['half an hour comes twice', '2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45'],
  ])('a time that %s', (_, shown, zone, instant) => {
    expect(iso(instantOf(wall(shown), zone))).toBe(instant)
  })

  test('the instant of what a wall shows is when it shows it, whatever the zone', () => {
    const zone = fc.constantFrom(
      berlin,
      newYork,
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'UTC',
    )
    const instant = fc.date({ min: at('2020-01-01T00:00'), max: at('2035-01-01T00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, zone, (when, there) => {
        const shown = wallTime(when, there)
        const first = instantOf(shown, there)
        expect(wallTime(first, there)).toEqual(shown)
        expect(when.getTime() - first.getTime()).toBeLessThan(61 * 60_000)
      }),
    )
  })
})

describe('a day in its zone', () => {
  test('at a wall time', () => {
    expect(iso(atWallTime(at('2026-12-01T23:30'), '17:00', berlin))).toBe('2026-12-02T16:00')
    expect(iso(atWallTime(at('2026-12-01T23:30'), '17:00', newYork))).toBe('2026-12-01T22:00')
    expect(iso(atWallTime(at('2026-03-29T12:00'), '02:30', berlin))).toBe('2026-03-29T01:30')
  })

  test('begins at its own midnight, also when clocks change', () => {
    expect(iso(startOfLocalDay(at('2026-12-01T23:30'), berlin))).toBe('2026-12-01T23:00')
    expect(iso(startOfLocalDay(at('2026-10-25T12:00'), berlin))).toBe('2026-10-24T22:00')
    expect(iso(startOfLocalDay(at('2026-11-01T12:00'), newYork))).toBe('2026-11-01T04:00')
  })

  test('is a working day where it is one', () => {
    expect(isWorkingDay(at('2026-11-29T23:30'), berlin)).toBe(true)
    expect(isWorkingDay(at('2026-11-29T23:30'), newYork)).toBe(false)
  })
})

describe('working days', () => {
  test.each([
    ['two before a Tuesday', '2026-12-01T15:00', -2, berlin, '2026-11-27T15:00'],
    ['one after a Friday', '2026-11-27T15:00', 1, berlin, '2026-11-30T15:00'],
    ['none', '2026-12-01T15:00', 0, berlin, '2026-12-01T15:00'],
    [
      'across the end of summer time, at the same wall time',
      '2026-10-23T14:00',
      1,
      berlin,
      '2026-10-26T15:00',
    ],
    ['across its beginning, backwards', '2026-03-09T13:00', -1, newYork, '2026-03-06T14:00'],
    ['of the zone, not of UTC', '2026-11-29T23:30', 1, berlin, '2026-11-30T23:30'],
  ])('%s', (_, from, days, zone, to) => {
    expect(iso(addWorkingDays(at(from), days, zone))).toBe(to)
  })

  test('keep the wall time and end on a working day', () => {
    const instant = fc.date({ min: at('2026-01-01T00:00'), max: at('2028-01-01T00:00'), noInvalidDate: true })
    const ordinary = instant.filter((when) => wallTime(when, berlin).hour > 3 && isWorkingDay(when, berlin))
    fc.assert(
      fc.property(ordinary, fc.integer({ min: -30, max: 30 }), (when, days) => {
        const moved = addWorkingDays(when, days, berlin)
        const { hour, minute } = wallTime(when, berlin)
        expect(wallTime(moved, berlin)).toMatchObject({ hour, minute })
        expect(isWorkingDay(moved, berlin)).toBe(true)
      }),
    )
  })
})
