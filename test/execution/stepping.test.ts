import { describe, expect, test } from 'vitest'
import { currentStep, deployedOf, stepNumbered } from '../../src/execution/progress.ts'
import { failStep, finishStep, retryStep, takeStep } from '../../src/execution/stepping.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { actor, berlin, givenFacts, people, refusal } from '../given.ts'
import {
  atStepFour,
  deployed,
  does,
  failed,
  givenCleared,
  live,
  onHold,
  stepDone,
} from './given-execution.ts'

const now = berlin('1 Dec 15:47')
const finish = (
  release: Release,
  number: number,
  person: string = people.opsOncall,
  note: string | null = null,
) => finishStep(release, givenFacts(), now, actor(person), { number, note })
const fail = (release: Release, number: number, why = 'disk full', person: string = people.opsOncall) =>
  failStep(release, givenFacts(), now, actor(person), { number, why })

describe('a step that is done', () => {
  test('hands over to the next at that moment', () => {
    const release = stepDone(atStepFour(), 4, '1 Dec 15:47')
    expect(stepNumbered(release, 4)).toMatchObject({
      state: 'done',
      endedAt: berlin('1 Dec 15:47'),
      endedBy: people.rm,
    })
    expect(stepNumbered(release, 5)).toMatchObject({ state: 'current', startedAt: berlin('1 Dec 15:47') })
    expect(currentStep(release)?.number).toBe(5)
  })

  test('keeps a note', () => {
    expect(finish(atStepFour(), 4, people.opsOncall, ' 2 pods slow ')).toEqual([
      { type: 'stepDone', number: 4, note: '2 pods slow' },
    ])
  })

  test('twice is once', () => expect(finish(atStepFour(), 3)).toEqual([]))

  test('makes its component a fact in production', () => {
    expect(deployedOf(atStepFour())).toEqual([
      { component: 'payments-ledger', at: berlin('1 Dec 15:38'), step: 3 },
    ])
  })

  test.each([people.opsOncall, people.rm, people.deputy, people.admin])(
    '%s may say so of a step of On call',
    (person) => {
      expect(finish(atStepFour(), 4, person)).toHaveLength(1)
    },
  )

  test.each([people.webOwner, people.opsLead])('%s may not', (person) => {
    expect(refusal(() => finish(atStepFour(), 4, person))).toBe(
      'Only ops-oncall or rm finishes step 4. You may hold it: /release hold <why>',
    )
  })

  test('without a part one is not told of the safe way', () => {
    const person = people.bystander
    expect(refusal(() => finish(atStepFour(), 4, person))).toBe('Only ops-oncall or rm finishes step 4.')
  })

  test('waits for the step before it', () => {
    expect(refusal(() => finish(atStepFour(), 5, people.webOwner))).toBe(
      'Step 5 waits for step 4 (ops-oncall, since 15:38).',
    )
  })

  test('is not how something opens', () => {
    expect(refusal(() => finish(deployed(), 6, people.paymentsLead))).toBe(
      'Step 6 is done by opening: /release open 1%',
    )
  })

  test('must be on the list', () => {
    expect(refusal(() => finish(atStepFour(), 12))).toBe('There is no step 12; the list ends at 8.')
    expect(refusal(() => finish(givenCleared(), 1))).toBe(
      'payments-2.4.0 is not started; its steps begin with: /release start',
    )
  })

  test('not on hold', () => {
    expect(refusal(() => finish(onHold(atStepFour(), '1 Dec 15:40'), 4))).toBe(
      'On hold since 15:40, ops-oncall. Only rm or an admin resumes it.',
    )
  })
})

describe('a step that failed', () => {
  test('stays the one it stands at, with why', () => {
    expect(currentStep(failed())).toMatchObject({
      number: 4,
      state: 'failed',
      failures: 1,
      failure: 'disk full',
      failedBy: people.opsOncall,
    })
    expect(refusal(() => finish(failed(), 5, people.webOwner))).toContain('Step 5 waits for step 4')
  })

  test('wants a reason', () => {
    expect(refusal(() => fail(atStepFour(), 4, ' '))).toBe(
      'Failed how? Like: /release step 4 failed disk full',
    )
  })

  test('twice is once', () => expect(fail(failed(), 4)).toEqual([]))

  test('keeps its reason on one line, and none that is too long', () => {
    expect(fail(atStepFour(), 4, ' disk\n\tfull ')).toMatchObject([{ why: 'disk full' }])
    expect(refusal(() => fail(atStepFour(), 4, 'x'.repeat(5000)))).toBe(
      'That has 5,000 characters, and 800 fit. Put the rest behind a link.',
    )
  })

  test.each([people.webOwner, people.bystander])('%s may not say so', (person) => {
    expect(refusal(() => fail(atStepFour(), 4, 'why', person))).toContain(
      'Only ops-oncall or rm ends step 4.',
    )
  })

  test('is done after all, or tried again', () => {
    const retried = does(failed(), '1 Dec 15:50', people.rm, (release, facts, at) =>
      retryStep(release, facts, at, actor(people.rm), { number: 4 }),
    )
    expect(currentStep(retried)).toMatchObject({ state: 'current', startedAt: berlin('1 Dec 15:38') })
    expect(currentStep(stepDone(failed(), 4, '1 Dec 15:52'))?.number).toBe(5)
    expect(stepNumbered(stepDone(retried, 4, '1 Dec 15:52'), 4)).toMatchObject({ state: 'done', failures: 1 })
  })

  test('only a failed one is tried again, by its owner or who runs it', () => {
    const retry = (release: Release, person: string) =>
      retryStep(release, givenFacts(), now, actor(person), { number: 4 })
    expect(retry(atStepFour(), people.opsOncall)).toEqual([])
    expect(refusal(() => retry(failed(), people.webOwner))).toContain(
      'Only ops-oncall or rm tries step 4 again.',
    )
  })
})

describe('a step can be taken', () => {
  const take = (release: Release, number: number, person: string) =>
    takeStep(release, givenFacts(), now, actor(person), { number })
  const taken = () =>
    does(atStepFour(), '1 Dec 15:40', people.opsLead, (release) => take(release, 5, people.opsLead))

  test('by anyone with a part; then it is theirs', () => {
    expect(stepNumbered(taken(), 5)?.takenBy).toBe(people.opsLead)
    const release = stepDone(taken(), 4, '1 Dec 15:48')
    expect(finish(release, 5, people.opsLead)).toHaveLength(1)
    expect(refusal(() => finish(release, 5, people.webOwner))).toContain(
      'Only ops-lead or rm finishes step 5.',
    )
  })

  test('not by somebody without one, not when it is done, and once', () => {
    expect(refusal(() => take(atStepFour(), 5, people.bystander))).toBe(
      'Only people with a part in it take a step.',
    )
    expect(refusal(() => take(atStepFour(), 3, people.opsLead))).toBe('Step 3 is done.')
    expect(take(taken(), 5, people.opsLead)).toEqual([])
  })
})

describe('fix forward', () => {
  const fix = (release: Release, person: string = people.rm, why = 'size the pool') =>
    fixForward(release, givenFacts(), berlin('2 Dec 16:00'), actor(person), why)
  const fixing = () => does(live(), '2 Dec 16:00', people.rm, (release) => fix(release))

  test('adds a step and takes verifying back to executing', () => {
    expect(fixing().state).toBe('executing')
    expect(currentStep(fixing())).toMatchObject({
      number: 9,
      kind: 'fix',
      title: 'Fix forward: size the pool',
      state: 'current',
    })
  })

  test('goes before an opening that failed, which is tried again after it', () => {
    const stuck = does(deployed(), '1 Dec 16:10', people.rm, (release) => fail(release, 6, 'no', people.rm))
    const release = does(stuck, '2 Dec 16:00', people.rm, (one) => fix(one))
    expect(currentStep(release)).toMatchObject({ number: 9, state: 'current' })
    expect(stepNumbered(release, 6)).toMatchObject({ state: 'waiting', startedAt: null })
    const fixed = stepDone(release, 9, '2 Dec 17:00')
    expect(currentStep(fixed)).toMatchObject({ number: 6, state: 'current' })
  })

  test('once it is done everyone has the fixed one', () => {
    const release = stepDone(fixing(), 9, '2 Dec 17:00')
    expect(release.state).toBe('verifying')
    expect(currentStep(release)).toBeNull()
  })

  test('before everyone has it, it goes before the next phase', () => {
    const release = does(deployed(), '2 Dec 16:00', people.rm, (state) => fix(state))
    expect(currentStep(release)?.number).toBe(9)
    expect(stepNumbered(release, 6)).toMatchObject({ state: 'waiting', startedAt: null })
    expect(currentStep(stepDone(release, 9, '2 Dec 17:00'))).toMatchObject({ number: 6, state: 'current' })
  })

  test('one at a time, and not beside a step that is being done', () => {
    expect(refusal(() => fix(fixing()))).toBe('Step 9 is a fix already.')
    expect(refusal(() => fix(atStepFour()))).toBe('Step 9 waits for step 4 (ops-oncall, since Tue 15:38).')
  })

  test('with a reason, by who runs it, after the start, not on hold', () => {
    expect(refusal(() => fix(live(), people.rm, ''))).toContain('Fix what?')
    expect(refusal(() => fix(live(), people.opsOncall))).toContain('Only rm or an admin decides that.')
    expect(refusal(() => fix(givenCleared()))).toContain('there is nothing to fix forward')
    expect(refusal(() => fix(onHold(live())))).toContain('On hold since 20:15')
  })
})
