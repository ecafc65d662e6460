import { expect, test } from 'vitest'
import { zoneAtStart, zoneNamed } from '../../src/time/zones.ts'

test.each([
  ['Berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['São Paulo', undefined],
  ['Sao Paulo', 'America/Sao_Paulo'],
  ['Auckland', 'Pacific/Auckland'],
  ['Etc/GMT+3', 'Etc/GMT+3'],
  ['Europe/Nowhere', undefined],
  ['Wake', undefined],
  ['Easter', undefined],
  ['refunds', undefined],
  ['', undefined],
])('%j is in %s', (name, zone) => {
  expect(zoneNamed(name)).toBe(zone)
})

test.each([
  [' Berlin', { zone: 'Europe/Berlin', rest: '' }],
  [', in New York time because late', { zone: 'America/New_York', rest: ' because late' }],
  [' (Europe/Berlin) then', { zone: 'Europe/Berlin', rest: ' then' }],
  [' london timeline', { zone: 'Europe/London', rest: ' timeline' }],
  [' and Berlin', undefined],
  [' Berlinale', undefined],
  ['', undefined],
])('the place at the start of %j', (text, found) => {
  expect(zoneAtStart(text)).toEqual(found)
})
