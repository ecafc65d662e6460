import { expect, test } from 'vitest'
import { sweepIsDue } from '../../src/people/worker.ts'

const at = (text: string) => new Date(`2026-${text}Z`)

test.each([
  ['never read', null, at('12-01T00:00'), true],
  ['read yesterday, before three', at('11-30T03:00'), at('12-01T02:59'), false],
  ['read yesterday, at three', at('11-30T03:00'), at('12-01T03:00'), true],
  ['read tonight', at('12-01T03:01'), at('12-01T23:59'), false],
  ['nobody looked at three', at('11-30T03:01'), at('12-01T17:00'), true],
  ['the clock was moved by weeks', at('11-01T12:00'), at('12-01T01:00'), true],
])('%s', (_, last, now, due) => {
  expect(sweepIsDue(last, now)).toBe(due)
})
