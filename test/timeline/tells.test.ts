import { expect, test } from 'vitest'
import { features } from '../../src/app.ts'

test('every event that changes or writes anything is told in words of its own', () => {
  const told = features.flatMap(({ tells }) => Object.keys(tells ?? {}))
  const known = features.flatMap(({ evolve, write }) => Object.keys({ ...evolve, ...write }))
  expect(known.length).toBeGreaterThan(40)
  expect([...new Set(known)].filter((type) => !told.includes(type))).toEqual([])
})

test('no event is told by two features', () => {
  const told = features.flatMap(({ tells }) => Object.keys(tells ?? {}))
  expect(told.filter((type, i) => told.indexOf(type) !== i)).toEqual([])
})
