import { expect, test } from 'vitest'
import { intentTold } from '../../src/releases/intent.ts'

test.each([
  ['refunds reach customers the same day', 'Refunds reach customers the same day.'],
  ['Refunds the same day, not in three.', 'Refunds the same day, not in three.'],
  ['iOS users wait', 'iOS users wait.'],
  ['errors below 1 %', 'Errors below 1 %.'],
  ['why not?', 'Why not?'],
  ['élan', 'Élan.'],
  ['החזרים באותו יום', 'החזרים באותו יום.'],
  ['🎉', '🎉'],
])('%s is told as %s', (typed, told) => {
  expect(intentTold({ intent: typed })).toBe(told)
})

test('nothing said is nothing told', () => {
  expect(intentTold({ intent: ' ' })).toBeNull()
})
