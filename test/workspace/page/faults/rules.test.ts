import { describe, expect, test } from 'vitest'
import { faultPlan } from '../../faults/plan.ts'
import { begun, kindsOf, metWords, names, settingOf, withRules } from './rules.ts'

const sides = ['calls', 'deliveries'] as const

describe.each(sides)('each fault of %s', (side) => {
  test.each(kindsOf(side))('%s begins as the workspace takes it', (kind) => {
    const plan = withRules(faultPlan.parse({}), side, [{ of: '*', share: 0.5, fault: begun(side, kind) }])
    expect(faultPlan.parse(plan)[side]).toMatchObject([{ fault: { kind } }])
  })
})

test('every kind of fault that the workspace knows is offered, by a name', () => {
  expect(sides.flatMap(kindsOf).toSorted()).toEqual(Object.keys(names).toSorted())
})

test('a number can be set where a fault has one', () => {
  expect(settingOf({ kind: 'rate_limit', retryAfter: 1 })?.with(30)).toEqual({
    kind: 'rate_limit',
    retryAfter: 30,
  })
  expect(settingOf({ kind: 'duplicate' })).toBeNull()
})

test.each([
  [{}, 'No fault met yet.'],
  [{ drop: 1 }, '1 fault met: Lose it 1'],
  [{ delay: 2, drop: 1 }, '3 faults met: Answer late 2, Lose it 1'],
])('%o is told as "%s"', (met, words) => expect(metWords(met)).toBe(words))
