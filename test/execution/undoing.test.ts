import { describe, expect, test } from 'vitest'
import { deviationsOf } from '../../src/execution/deviations.ts'
import { currentStep, deployedOf, exposureOf } from '../../src/execution/progress.ts'
import { rollBack, undoing } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { actor, berlin, givenFacts, people, refusal } from '../given.ts'
import { atStepFour, givenCleared, live, onHold, openToTen, rolledBack } from './given-execution.ts'

const back = (release: Release, by: string = people.opsOncall, why = 'a refund was paid twice') =>
  rollBack(release, givenFacts(), berlin('1 Dec 20:31'), actor(by), why)

/** The migration cannot be undone, and is done. */
const pastNoWayBack = (release: Release): Release => ({
  ...release,
  execution: {
    ...release.execution,
    steps: release.execution.steps.map((step) => (step.number === 2 ? { ...step, noWayBack: true } : step)),
  },
})

describe('roll back', () => {
  test('ends the execution: nobody has it, nothing is deployed, the review follows', () => {
    const release = rolledBack()
    expect(release).toMatchObject({
      state: 'reviewing',
      outcome: 'rolled back',
      outcomeReason: 'a refund was paid twice',
      hold: null,
    })
    expect(exposureOf(release)).toMatchObject({ share: 0, since: berlin('1 Dec 20:31') })
    expect(deployedOf(release)).toEqual([])
    expect(currentStep(release)).toBeNull()
  })

  test('is told with what it undoes', () => {
    expect(undoing(openToTen())).toEqual({
      components: ['payments-ledger', 'payments-api', 'checkout-web'],
      share: 10,
      pastNoWayBack: null,
    })
    expect(back(openToTen())).toEqual([
      {
        type: 'releaseRolledBack',
        why: 'a refund was paid twice',
        from: 10,
        deployed: ['payments-ledger', 'payments-api', 'checkout-web'],
        pastNoWayBack: null,
      },
    ])
  })

  test('is possible while deploying, when verifying and on hold', () => {
    for (const release of [atStepFour(), live(), onHold(openToTen())])
      expect(rolledBack(release)).toMatchObject({ state: 'reviewing', hold: null })
  })

  test('past the last way back it is still allowed, and is a deviation', () => {
    expect(undoing(pastNoWayBack(openToTen())).pastNoWayBack?.number).toBe(2)
    expect(back(pastNoWayBack(openToTen()))).toMatchObject([{ pastNoWayBack: 2 }])
    expect(deviationsOf(rolledBack(pastNoWayBack(openToTen())))).toMatchObject([
      { kind: 'no way back', by: people.opsOncall, why: 'a refund was paid twice' },
    ])
    expect(deviationsOf(rolledBack())).toEqual([])
  })

  test('twice is once', () => expect(back(rolledBack())).toEqual([]))

  test.each([people.opsOncall, people.qaLead, people.rm, people.admin])('%s may', (by) => {
    expect(back(openToTen(), by)).toHaveLength(1)
  })

  test('somebody without a part may not, and a reason is wanted', () => {
    expect(refusal(() => back(openToTen(), people.bystander))).toBe(
      'Only people with a part in it roll back a release.',
    )
    expect(refusal(() => back(openToTen(), people.rm, ' '))).toBe(
      'Roll back why? Like: /release rollback a refund was paid twice',
    )
  })

  test('not before the start, not in review', () => {
    expect(refusal(() => back(givenCleared()))).toBe(
      'payments-2.4.0 is cleared; there is nothing to roll back. Not started: /release cancel <why>',
    )
    expect(refusal(() => back({ ...live(), state: 'reviewing' }))).toBe(
      'payments-2.4.0 is reviewing; there is nothing to roll back.',
    )
  })
})
