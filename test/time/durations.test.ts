import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duration } from '../../src/time/durations.ts'

const minute = 60_000

test.each([
  [0, '0 min'],
  [29_000, '0 min'],
  [31_000, '1 min'],
  [53 * minute, '53 min'],
  [60 * minute, '1 h'],
  [255 * minute, '4 h 15 min'],
  [24 * 60 * minute, '1 day'],
  [(26 * 60 + 5) * minute, '1 day 2 h'],
  [(24 * 60 + 5) * minute, '1 day 5 min'],
  [51 * 60 * minute, '2 days 3 h'],
  [-8 * minute, '8 min'],
  [59.6 * minute, '1 h'],
])('%d ms are %s', (milliseconds, said) => {
  expect(duration(milliseconds)).toBe(said)
})

test('a day at most is told to the minute', () => {
  const inMinutes = (said: string) =>
    [...said.matchAll(/(\d+) (h|min)/g)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * (unit === 'h' ? 60 : 1),
      0,
    )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      expect(inMinutes(duration(minutes * minute))).toBe(minutes)
    }),
  )
})
