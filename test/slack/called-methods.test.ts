import { expect, test } from 'vitest'
import { calledMethods } from '../../src/slack/called-methods.ts'
import { methods } from '../workspace/api/methods.ts'
import { called } from './called.ts'

test('every method that the code calls is counted, and none besides', () => {
  expect(Object.keys(calledMethods).sort()).toEqual(called)
})

test('each by the tier that Slack gives it', () => {
  const tiers = Object.entries(calledMethods).map(([method, [tier]]) => [method, tier])
  expect(tiers).toEqual(called.map((method) => [method, methods[method]?.tier]))
})

test('only what answers a person, or who we are, waits for nothing', () => {
  const free = Object.entries(calledMethods).filter(([, [, spending]]) => spending === 'never waits')
  expect(free.map(([method]) => method)).toEqual(['auth.test', 'chat.postEphemeral', 'views.open'])
})
