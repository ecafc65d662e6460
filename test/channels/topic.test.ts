import { expect, test } from 'vitest'
import { topicOf } from '../../src/channels/topic.ts'
import { berlin, givenFacts, givenRelease, people } from '../given.ts'

test.each([
  [{}, 'payments-2.4.0 · preparing · opens Tue 1 Dec, 16:00 Berlin · run by rm'],
  [
    { hold: { since: berlin('27 Nov 10:00'), by: people.rm, why: 'INC-482' } },
    'payments-2.4.0 · preparing, on hold · opens Tue 1 Dec, 16:00 Berlin · run by rm',
  ],
  [{ state: 'executing' as const }, 'payments-2.4.0 · executing · run by rm'],
  [{ state: 'closed' as const, outcome: 'shipped' as const }, 'payments-2.4.0 · closed, shipped · run by rm'],
])('the topic tells what is ahead: %#', (overrides, topic) => {
  expect(topicOf(givenRelease(overrides), givenFacts())).toBe(topic)
})

test('it stays within what Slack takes', () => {
  const key = `${'p'.repeat(200)}-${'1'.repeat(50)}`
  expect(topicOf(givenRelease({ key }), givenFacts()).length).toBeLessThanOrEqual(250)
})
