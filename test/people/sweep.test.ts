import { expect, test } from 'vitest'
import { sweepIsDue } from '../../src/people/worker.ts'

const at = (text: string) => new Date(`2026-${text}Z`)
const workspace = 'T1'

test.each([
  ['never read', null, at('12-01T00:00'), true],
  ['read yesterday, before three', at('11-30T04:00'), at('12-01T02:59'), false],
  ['read yesterday, and it is four', at('11-30T04:00'), at('12-01T04:00'), true],
  ['read tonight', at('12-01T04:01'), at('12-01T23:59'), false],
  ['nobody looked at three', at('11-30T04:01'), at('12-01T17:00'), true],
  ['the clock was moved by weeks', at('11-01T12:00'), at('12-01T01:00'), true],
])('%s', (_, last, now, due) => {
  expect(sweepIsDue(workspace, { at: last, begun: null }, now)).toBe(due)
})

test('one that has begun is given an hour', () => {
  const sweep = { at: at('11-30T04:00'), begun: at('12-01T04:00') }
  expect(sweepIsDue(workspace, sweep, at('12-01T04:59'))).toBe(false)
  expect(sweepIsDue(workspace, sweep, at('12-01T05:00'))).toBe(true)
})

test('workspaces are read in different minutes', () => {
  const due = (name: string, now: Date) => sweepIsDue(name, { at: at('11-30T04:00'), begun: null }, now)
  const names = Array.from({ length: 40 }, (_, i) => `T${i}`)
  const byHalf = names.filter((name) => due(name, at('12-01T03:30')))
  expect(byHalf.length).toBeGreaterThan(0)
  expect(byHalf.length).toBeLessThan(names.length)
})
