import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateIn, endOfDate, morningDate, morningOf, nextMorning } from '../../src/time/mornings.ts'
import { isWorkingDay, wallTime } from '../../src/time/wall.ts'

const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'
const utc = (written: string) => new Date(`${written}Z`)

describe('the morning of a place', () => {
  test.each([
    ['a minute before nine', '2026-12-01T07:59', null],
    ['at nine', '2026-12-01T08:00', '2026-12-01'],
    ['made up for in the afternoon', '2026-12-01T16:59', '2026-12-01'],
    ['in the evening', '2026-12-01T17:00', null],
    ['on Saturday', '2026-12-05T10:00', null],
    ['on Sunday', '2026-12-06T10:00', null],
  ])('in Berlin, %s', (_, at, date) => {
    expect(morningDate(utc(at), berlin)).toBe(date)
  })

  test('nine comes six hours later in New York', () => {
    const now = utc('2026-12-01T08:30')
    expect(morningDate(now, berlin)).toBe('2026-12-01')
    expect(morningDate(now, newYork)).toBeNull()
    expect(nextMorning(now, newYork)).toEqual(utc('2026-12-01T14:00'))
  })

  test('after Friday comes Monday, across a change of clocks', () => {
    expect(nextMorning(utc('2026-10-23T07:00'), berlin)).toEqual(utc('2026-10-26T08:00'))
  })

  test('a date ends at its own midnight, although the day has 25 hours', () => {
    expect(endOfDate('2026-10-25', berlin)).toEqual(utc('2026-10-25T23:00'))
    expect(endOfDate('2026-12-01', newYork)).toEqual(utc('2026-12-02T05:00'))
  })
})

const zones = fc.constantFrom(
  berlin,
  newYork,
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Honolulu',
)
const instants = fc.date({ min: utc('2024-01-01T00:00'), max: utc('2032-01-01T00:00'), noInvalidDate: true })

describe('in every zone, at every time', () => {
  test('the next morning is the first nine o’clock of a working day', () => {
    fc.assert(
      fc.property(zones, instants, (zone, now) => {
        const next = nextMorning(now, zone)
        expect(next.getTime()).toBeGreaterThan(now.getTime())
        expect(wallTime(next, zone)).toMatchObject({ hour: 9, minute: 0 })
        expect(isWorkingDay(next, zone)).toBe(true)
        const between = new Date(now.getTime() + (next.getTime() - now.getTime()) / 2)
        expect(nextMorning(between, zone)).toEqual(next)
      }),
    )
  })

  test('a morning that has begun is within its own date, between nine and six', () => {
    fc.assert(
      fc.property(zones, instants, (zone, now) => {
        const date = morningDate(now, zone)
        if (date === null) return
        expect(morningOf(date, zone).getTime()).toBeLessThanOrEqual(now.getTime())
        expect(endOfDate(date, zone).getTime()).toBeGreaterThan(now.getTime())
        expect(dateIn(now, zone)).toBe(date)
      }),
    )
  })

  test('whoever looks every minute of a week sees five mornings', () => {
    fc.assert(
      fc.property(zones, instants, (zone, start) => {
        const seen = new Set<string>()
        for (let hour = 0; hour < 7 * 24; hour++) {
          const date = morningDate(new Date(start.getTime() + hour * 3_600_000), zone)
          if (date) seen.add(date)
        }
        expect([5, 6]).toContain(seen.size)
      }),
      { numRuns: 25 },
    )
  })
})
