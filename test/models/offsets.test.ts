import { tz } from '@date-fns/tz'
import { differenceInBusinessDays } from 'date-fns/differenceInBusinessDays'
import { format } from 'date-fns/format'
import { isWeekend } from 'date-fns/isWeekend'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../../src/models/offsets.ts'

const hour = 3_600_000
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'America/Santiago',
] as const

const inBerlin = (instant: Date) => format(instant, 'EEE d MMM HH:mm', { in: tz('Europe/Berlin') })
const target = new Date('2026-12-01T15:00:00Z')

describe('the story of payments-2.4.0, which opens Tue 1 Dec, 16:00 in Berlin', () => {
  test.each([
    [{ workingDays: 7, at: '09:00' }, 'Fri 20 Nov 09:00'],
    [{ workingDays: 2, at: '17:00' }, 'Fri 27 Nov 17:00'],
    [{ workingDays: 1, at: '15:00' }, 'Mon 30 Nov 15:00'],
    [{ workingDays: 0, at: '12:00' }, 'Tue 1 Dec 12:00'],
    [{ workingDays: -4, at: '16:00' }, 'Mon 7 Dec 16:00'],
    [{ before: 4 * hour }, 'Tue 1 Dec 12:00'],
    [{ before: -3 * hour }, 'Tue 1 Dec 19:00'],
  ])('%o is %s', (offset, moment) => {
    expect(inBerlin(momentOf(offset, target, 'Europe/Berlin'))).toBe(moment)
  })
})

describe('change of clocks', () => {
  const monday = new Date('2026-10-26T09:00:00Z')

  test('keeps the wall time of working days', () => {
    const moment = momentOf({ workingDays: 1, at: '10:00' }, monday, 'Europe/Berlin')
    expect(moment.toISOString()).toBe('2026-10-23T08:00:00.000Z')
  })

  test('keeps the distance of hours', () => {
    const moment = momentOf({ before: 72 * hour }, monday, 'Europe/Berlin')
    expect(moment.toISOString()).toBe('2026-10-23T09:00:00.000Z')
  })

  test('a wall time that this day skips is taken an hour later', () => {
    const sunday = new Date('2026-03-29T10:00:00Z')
    expect(inBerlin(momentOf({ workingDays: 0, at: '02:30' }, sunday, 'Europe/Berlin'))).toBe(
      'Sun 29 Mar 03:30',
    )
  })
})

test('counts the days of the zone, not of UTC', () => {
  const sundayInBerlinMondayInTokyo = new Date('2026-11-29T20:00:00Z')
  const dayBefore = { workingDays: 1, at: '12:00' }
  expect(momentOf(dayBefore, sundayInBerlinMondayInTokyo, 'Asia/Tokyo')).toEqual(
    new Date('2026-11-27T03:00:00Z'),
  )
  expect(momentOf(dayBefore, new Date('2026-11-30T20:00:00Z'), 'Asia/Tokyo')).toEqual(
    new Date('2026-11-30T03:00:00Z'),
  )
})

const anyTarget = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
const anyZone = fc.constantFrom(...zones)
const anyDays = fc.integer({ min: 1, max: 40 }).chain((n) => fc.constantFrom(n, -n))
// Clocks change at night, so that a wall time of the day exists exactly once on every day.
const wallTime = fc
  .tuple(fc.integer({ min: 6, max: 22 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

describe('for every target, zone and number of working days', () => {
  test('it is a working day at that wall time, so many working days away', () => {
    fc.assert(
      fc.property(anyTarget, anyZone, anyDays, wallTime, (when, zone, workingDays, at) => {
        const moment = momentOf({ workingDays, at }, when, zone)
        const place = { in: tz(zone) }
        expect(format(moment, 'HH:mm:ss.SSS', place)).toBe(`${at}:00.000`)
        expect(isWeekend(moment, place)).toBe(false)
        if (!isWeekend(when, place)) expect(differenceInBusinessDays(when, moment, place)).toBe(workingDays)
      }),
    )
  })

  test('it moves with its target', () => {
    fc.assert(
      fc.property(
        anyTarget,
        anyZone,
        anyDays,
        wallTime,
        fc.nat(90 * 24),
        (when, zone, workingDays, at, hours) => {
          const later = new Date(when.getTime() + hours * hour)
          const offset = { workingDays, at }
          expect(momentOf(offset, later, zone) >= momentOf(offset, when, zone)).toBe(true)
        },
      ),
    )
  })

  test('an exact distance is exact', () => {
    fc.assert(
      fc.property(anyTarget, anyZone, fc.integer({ min: -1e9, max: 1e9 }), (when, zone, before) => {
        expect(when.getTime() - momentOf({ before }, when, zone).getTime()).toBe(before)
      }),
    )
  })
})
