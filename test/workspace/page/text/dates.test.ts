import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockLabel, dayKey, fromLocalField, instantOf, placeName, timeLabel, toLocalField } from './dates.ts'

const opening = Date.UTC(2026, 11, 1, 15, 0)

describe('a moment', () => {
  test('is told in each reader’s own zone', () => {
    expect(clockLabel(opening, 'Europe/Berlin')).toBe('Tue 1 Dec, 16:00')
    expect(clockLabel(opening, 'America/New_York')).toBe('Tue 1 Dec, 10:00')
    expect(timeLabel(opening, 'Asia/Kolkata')).toBe('20:30')
  })

  test('belongs to the day that the reader has', () => {
    const late = Date.UTC(2026, 11, 1, 23, 30)
    expect(dayKey(late, 'Europe/Berlin')).toBe('2026-12-02')
    expect(dayKey(late, 'America/New_York')).toBe('2026-12-01')
  })

  test('of a message is its ts', () => {
    expect(instantOf('1780000000.000200')).toBe(1780000000000)
  })
})

describe('a date-and-time field', () => {
  test('holds wall time of the person’s zone', () => {
    expect(toLocalField(opening / 1000, 'America/New_York')).toBe('2026-12-01T10:00')
  })

  test('means the same instant back, before and after the clocks change', () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 31) / 60_000 })
    // In the hour that comes twice the wall clock alone cannot tell which is meant.
    const twice = [Date.UTC(2026, 9, 25), Date.UTC(2027, 9, 31)]
    const clear = instants.filter(
      (minute) => !twice.some((day) => Math.abs(minute * 60_000 - day) < 86_400_000),
    )
    fc.assert(
      fc.property(clear, (minute) => {
        const local = toLocalField(minute * 60, 'Europe/Berlin')
        expect(fromLocalField(local, 'Europe/Berlin')).toBe(minute * 60)
      }),
    )
  })

  test('means nothing while it is incomplete', () => {
    expect(fromLocalField('', 'Europe/Berlin')).toBeNull()
  })
})

test('a zone is called by its place', () => {
  expect(placeName('America/New_York')).toBe('New York')
})
