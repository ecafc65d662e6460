import { describe, expect, test } from 'vitest'
import { exposureOf } from '../../src/execution/progress.ts'
import { startRelease } from '../../src/execution/starting.ts'
import type { State } from '../../src/releases/release.ts'
import { sealOf } from '../../src/scope/scope.ts'
import type { Vote } from '../../src/votes/votes.ts'
import { actor, berlin, givenFacts, people, refusal } from '../given.ts'
import { givenCleared, started } from './given-execution.ts'

const at = berlin('1 Dec 15:00')
const start = (release = givenCleared(), person: string = people.rm, now = at) =>
  startRelease(release, givenFacts(), now, actor(person))

describe('start', () => {
  test('begins the first step; nobody has it before the target', () => {
    const release = started()
    expect(release.state).toBe('executing')
    expect(release.execution.steps.map(({ state }) => state)).toEqual([
      'current',
      ...Array(7).fill('waiting'),
    ])
    expect(release.execution.steps[0]?.startedAt).toEqual(at)
    expect(exposureOf(release)).toEqual({
      number: 0,
      share: 0,
      since: null,
      soakUntil: berlin('1 Dec 16:00'),
      next: { share: 1, at: berlin('1 Dec 16:00') },
    })
  })

  test('twice is once', () => expect(start(started())).toEqual([]))

  test.each([people.rm, people.deputy, people.admin])('%s may', (person) => {
    expect(start(givenCleared(), person)).toHaveLength(1)
  })

  test.each([people.opsLead, people.paymentsLead])('%s may not', (person) => {
    expect(refusal(() => start(givenCleared(), person))).toBe(
      'Only rm or an admin starts it. You may hold it: /release hold <why>',
    )
  })

  test('without a part one is not told of the safe way', () => {
    const person = people.bystander
    expect(refusal(() => start(givenCleared(), person))).toBe('Only rm or an admin starts it.')
  })

  test.each<[State, string]>([
    ['planned', 'payments-2.4.0 is only planned; it starts after a go.'],
    ['preparing', 'payments-2.4.0 is preparing; it starts after a go.'],
    ['deciding', 'payments-2.4.0 has an open vote; it starts after a go.'],
    ['verifying', 'payments-2.4.0 is verifying; it starts only once.'],
    ['closed', 'payments-2.4.0 is closed; it starts only once.'],
  ])('not when %s', (state, words) => {
    expect(refusal(() => start(givenCleared({ state })))).toBe(words)
  })

  test('not on hold', () => {
    const hold = { since: berlin('1 Dec 14:15'), by: people.opsOncall, why: 'INC-482' }
    expect(refusal(() => start(givenCleared({ hold })))).toBe(
      'On hold since 14:15, ops-oncall. Only rm or an admin resumes it.',
    )
  })

  test('not when the go does not hold any more', () => {
    const release = givenCleared()
    const ended = { outcome: 'go', holdsUntil: at, seal: sealOf(release.scope) }
    // Only what the rule reads of a vote.
    const votes = { sealed: {}, rounds: [{ round: 1, target: release.target, ended } as unknown as Vote] }
    expect(refusal(() => start({ ...release, votes }))).toBe(
      'The go held until 15:00. Ask again: /release vote open',
    )
    const inTime = berlin('1 Dec 14:59')
    expect(start({ ...release, votes }, people.rm, inTime)).toHaveLength(1)
    const changed = { ...release, votes, scope: { ...release.scope, flags: ['refunds'] } }
    expect(refusal(() => start(changed, people.rm, inTime))).toBe(
      'The go does not count any more: the scope changed. Everyone is asked again.',
    )
  })
})
