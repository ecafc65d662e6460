import { expect, test } from 'vitest'
import { destination } from './arrows.ts'

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 0],
  ['ArrowUp', 0, 9],
  ['ArrowUp', -1, 9],
  ['ArrowDown', -1, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['Enter', 5, null],
])('in a list of ten, %s leads from %i to %s', (key, from, to) =>
  expect(destination(key, from, 10, 1)).toBe(to),
)

test.each([
  ['ArrowDown', 1, 7],
  ['ArrowUp', 7, 1],
  ['ArrowRight', 5, 6],
  ['ArrowUp', 1, 7],
])('in a grid of two rows of six, %s leads from %i to %s', (key, from, to) =>
  expect(destination(key, from, 12, 6)).toBe(to),
)

test('where there is nothing no key leads anywhere', () => expect(destination('Home', -1, 0, 1)).toBeNull())
