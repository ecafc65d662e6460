import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { duration, offset, share, slug, zone } from '../../src/manifest/phrases.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const refused = (schema: z.ZodType, words: unknown) => schema.safeParse(words).error?.issues[0]?.message

describe('moments', () => {
  test.each([
    ['2 working days before, 17:00', { workingDays: 2, at: '17:00' }],
    ['1 working day before, 09:05', { workingDays: 1, at: '09:05' }],
    ['3 working days after, 10:00', { workingDays: -3, at: '10:00' }],
    ['same day, 12:00', { workingDays: 0, at: '12:00' }],
    ['4 hours before', { before: 4 * hour }],
    ['90 min before', { before: 90 * minute }],
    ['1 week after', { before: -7 * day }],
    ['0 min after', { before: 0 }],
  ])('%s', (words, meant) => {
    expect(offset.parse(words)).toEqual(meant)
  })

  test.each([
    'soon',
    '',
    '2 working days before',
    '2 days before, 17:00',
    '2 working days before, 25:00',
    '4 hours',
    4,
    null,
    undefined,
    ['x'],
  ])('%j is none', (words) => {
    expect(refused(offset, words)).toBe('"2 working days before, 17:00" or "4 hours before"')
  })
})

describe('durations', () => {
  test.each([
    ['10 min', 10 * minute],
    ['1 h', hour],
    ['18 h', 18 * hour],
    ['1.5 hours', 90 * minute],
    ['3 days', 3 * day],
    ['1 week', 7 * day],
    ['2 weeks', 14 * day],
  ])('%s', (words, meant) => {
    expect(duration.parse(words)).toBe(meant)
  })

  test.each(['3', 3, 'a while', '3 fortnights', '-1 h', 'h'])('%j is none', (words) => {
    expect(refused(duration, words)).toBe('a duration like "18 h" or "3 days"')
  })
})

describe('shares', () => {
  test.each([
    ['1 %', 1],
    ['0.1 %', 0.1],
    ['10%', 10],
    ['everyone', 100],
  ])('%s', (words, meant) => {
    expect(share.parse(words)).toBe(meant)
  })

  test.each(['0 %', '101 %', '1', 'all', true])('%j is none', (words) => {
    expect(refused(share, words)).toBe('"1 %" or "everyone"')
  })
})

test('no words break a phrase: they mean something or are refused with an example', () => {
  fc.assert(
    fc.property(fc.constantFrom(offset, duration, share), fc.anything(), (schema, words) => {
      expect(refused(schema, words) ?? '"').toContain('"')
    }),
  )
})

test.each(['payments', 'ledger-2', '0'])('%s is a name', (name) => expect(slug.parse(name)).toBe(name))
test.each(['Payments', 'a b', '-a', 'a.b', 'a'.repeat(31), ''])('%j is no name', (name) =>
  expect(refused(slug, name)).toMatch(/at most 30 small letters/),
)

test('zones are those of the world', () => {
  expect(zone.parse('America/New_York')).toBe('America/New_York')
  expect(refused(zone, 'Mars/Olympus')).toBe('a time zone like Europe/Berlin')
})
