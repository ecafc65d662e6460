import { describe, expect, test } from 'vitest'
import { notStarted } from '../../src/execution/execution.ts'
import {
  cancel,
  dueToPrepare,
  evolveLifecycle,
  hold,
  preparingBegins,
  resume,
} from '../../src/releases/lifecycle.ts'
import { type State, states } from '../../src/releases/release.ts'
import { actor, after, berlin, given, givenFacts, givenRelease, people, refusal, system } from '../given.ts'

const features = [{ name: 'lifecycle', evolve: evolveLifecycle }]
const now = berlin('27 Nov 10:00')
const held = { since: berlin('26 Nov 20:15'), by: people.opsOncall, why: 'INC-482' }
const onHold = givenRelease({ hold: held, execution: notStarted })

describe('preparing', () => {
  const planned = givenRelease({ state: 'planned' })

  test('begins at the lead time of its model, not before', () => {
    const begins = preparingBegins(planned, givenFacts())
    expect(dueToPrepare(planned, givenFacts(), new Date(begins.getTime() - 1))).toEqual([])
    expect(dueToPrepare(planned, givenFacts(), begins)).toEqual([{ type: 'preparingBegan' }])
    expect(after(features, planned, [{ type: 'preparingBegan' }]).state).toBe('preparing')
  })

  test('begins once, and not while on hold', () => {
    expect(dueToPrepare(givenRelease(), givenFacts(), now)).toEqual([])
    expect(dueToPrepare(givenRelease({ state: 'planned', hold: held }), givenFacts(), now)).toEqual([])
  })
})

describe('holding, the safe way', () => {
  const holding =
    (person: string, why = 'refund errors') =>
    () =>
      hold(givenRelease(), givenFacts(), now, actor(person), why)

  test.each([people.rm, people.deputy, people.admin, people.opsOncall, people.secSecond, people.webOwner])(
    '%s may',
    (person) => {
      expect(holding(person)()).toEqual([{ type: 'releaseHeld', why: 'refund errors' }])
    },
  )

  test('somebody without a part may not', () => {
    expect(refusal(holding(people.bystander))).toMatch('people with a part')
  })

  test('needs a reason and shows the form', () => {
    expect(refusal(holding(people.rm, '  '))).toBe(
      'Hold it because of what? Like: /release hold refund errors',
    )
  })

  test('in review there is nothing to hold', () => {
    const reviewed = givenRelease({ state: 'reviewing' })
    expect(refusal(() => hold(reviewed, givenFacts(), now, actor(people.rm), 'x'))).toBe(
      'payments-2.4.0 is in review: there is nothing to hold.',
    )
  })

  test('a second hold changes nothing, so a double click is free', () => {
    expect(hold(givenRelease({ hold: held }), givenFacts(), now, actor(people.rm), 'again')).toEqual([])
  })

  test('keeps who and since when, and ends with resuming', () => {
    const stopped = after(features, givenRelease(), [{ type: 'releaseHeld', why: 'INC-482' }], {
      by: actor(people.opsOncall),
      at: now,
    })
    expect(stopped.hold).toEqual({ since: now, by: people.opsOncall, why: 'INC-482' })
    expect(after(features, stopped, [{ type: 'releaseResumed' }]).hold).toBeNull()
  })
})

describe('resuming', () => {
  test.each([people.rm, people.deputy, people.admin])('%s may', (person) => {
    expect(resume(onHold, givenFacts(), now, actor(person))).toEqual([{ type: 'releaseResumed' }])
  })

  test.each([people.opsOncall, people.qaLead, people.bystander])('%s may not', (person) => {
    expect(refusal(() => resume(onHold, givenFacts(), now, actor(person)))).toMatch('Only rm or an admin')
  })

  test('what is not held goes on as it is', () => {
    expect(resume(givenRelease(), givenFacts(), now, system)).toEqual([])
  })
})

describe('cancelling', () => {
  const inState = (state: State) =>
    given(features, givenRelease({ state })).when(
      (release, facts, at) => cancel(release, facts, at, actor(people.rm), 'merged into 2.5.0'),
      { now },
    )

  test.each(['planned', 'preparing', 'deciding', 'cleared'] as const)('is possible while %s', (state) => {
    inState(state).happens([{ type: 'releaseCancelled', why: 'merged into 2.5.0' }])
    expect(inState(state).state).toMatchObject({
      state: 'cancelled',
      outcome: 'cancelled',
      outcomeReason: 'merged into 2.5.0',
      endedAt: now,
    })
  })

  test.each(['executing', 'verifying', 'reviewing'] as const)(
    'is refused once something is deployed: %s',
    (state) => {
      inState(state).isRefused('/release rollback')
    },
  )

  test('of what is over changes nothing', () => {
    inState('closed').isRefused('is closed')
    inState('cancelled').happens([])
  })

  test.each([people.opsOncall, people.qaLead, people.bystander, people.guest])('is not for %s', (person) => {
    expect(refusal(() => cancel(givenRelease(), givenFacts(), now, actor(person), 'x'))).toMatch(
      person === people.guest ? 'Guests read along' : 'Only rm or an admin',
    )
  })

  test('every state is spoken for', () => {
    expect(states).toHaveLength(9)
  })
})
