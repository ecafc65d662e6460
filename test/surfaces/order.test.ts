import { expect, test } from 'vitest'
import { byPlace } from '../../src/surfaces/store.ts'

const surface = (key: string, ts: string | null = null, kind = 'step-ask') => ({ kind, key, ts })

test('surfaces that were not posted yet stand in the order of their numbers', () => {
  const keys = ['10', '2', '1:UB', '1:UA', '4.10', '4.9']
  const ordered = keys.map((key) => surface(key)).toSorted(byPlace)
  expect(ordered.map(({ key }) => key)).toEqual(['1:UA', '1:UB', '2', '4.9', '4.10', '10'])
})

test('messages stand in the order in which they were posted, whatever their keys', () => {
  const posted = [surface('1', '1796137500.000300'), surface('2', '1796137500.000200'), surface('3')]
  expect(posted.toSorted(byPlace).map(({ key }) => key)).toEqual(['3', '2', '1'])
})
