import { expect, test } from 'vitest'
import { features } from '../../src/app.ts'
import type { Priority } from '../../src/slack/budget.ts'

const surfaces = features.flatMap((feature) => feature.surfaces ?? [])
const at = (priority: Priority) => surfaces.filter((one) => one.priority === priority).map(({ kind }) => kind)

/** When Slack's budget is short: what is being carried out, then votes, then how a release stands, then the rest. */
test('what cannot wait is drawn before what can', () => {
  expect(new Set(at(1))).toEqual(
    new Set([
      ...['run-of-show', 'step-ask', 'open-ask', 'step-failed', 'narrowed', 'rolled-back', 'live', 'held'],
      ...['verification-card', 'check-failed', 'verification-summary'],
    ]),
  )
  expect(new Set(at(2))).toEqual(
    new Set([
      ...['vote-card', 'vote-ask', 'vote-passed', 'vote-again', 'vote-no-go', 'vote-decided', 'vote-lost'],
      'check-ask',
    ]),
  )
  expect(new Set(at(3))).toEqual(
    new Set(['status-card', 'moved', 'channel-shut', 'home-channel-away', 'gave-up']),
  )
})

test('no two kinds of message are called the same', () => {
  const kinds = surfaces.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
})
