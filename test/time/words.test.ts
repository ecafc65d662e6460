import { expect, test } from 'vitest'
import { clock, full, placeName, weekdayClock, weekdayDay } from '../../src/time/words.ts'

const target = new Date('2026-12-01T15:00:00Z')

test.each([
  [clock, 'Europe/Berlin', '16:00'],
  [clock, 'America/New_York', '10:00'],
  [weekdayDay, 'Europe/Berlin', 'Tue 1 Dec'],
  [weekdayDay, 'Asia/Tokyo', 'Wed 2 Dec'],
  [weekdayClock, 'Asia/Kolkata', 'Tue 20:30'],
  [full, 'Europe/Berlin', 'Tue 1 Dec, 16:00'],
])('the same instant told by %o in %s', (words, zone, told) => {
  expect(words(target, zone)).toBe(told)
})

test('summer and winter are told in their own offset', () => {
  expect(clock(new Date('2026-07-01T14:00:00Z'), 'Europe/Berlin')).toBe('16:00')
})

test.each([
  ['Europe/Berlin', 'Berlin'],
  ['America/New_York', 'New York'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['UTC', 'UTC'],
])('%s is called %s', (zone, place) => {
  expect(placeName(zone)).toBe(place)
})
