import { describe, expect, test } from 'vitest'
import { failedView, narrowView, rollBackView } from '../../src/execution/forms.ts'
import { theStep } from '../../src/execution/guards.ts'
import { stepNumbered } from '../../src/execution/progress.ts'
import {
  earlyQuestion,
  rollBackQuestion,
  rollBackShown,
  startQuestion,
} from '../../src/execution/questions.ts'
import {
  doneReceipt,
  failedReceipt,
  fixReceipt,
  openedReceipt,
  openShown,
  startedReceipt,
  takenReceipt,
} from '../../src/execution/receipts.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { shown } from '../shown.ts'
import {
  atStepFour,
  deployed,
  does,
  failed,
  givenCleared,
  live,
  narrowed,
  openToTen,
  started,
  stepDone,
  withWayBack,
} from './given-execution.ts'

const facts = givenFacts()
const now = (release: Release, at: string) => ({ release, facts, now: berlin(at) })

describe('what cannot be undone, or pings many, is asked once', () => {
  test('starting, with how that stands to the plan', () => {
    expect(shown(startQuestion(givenCleared(), facts, berlin('1 Dec 15:26')))).toBe(
      `Start *payments-2.4.0*?
8 steps; the first, Tell support, begins now.
Planned for 15:00: 26 min late.
[Start it] [Keep]`,
    )
    expect(shown(startQuestion(givenCleared(), facts, berlin('1 Dec 13:00')))).toContain('2 h early.')
    expect(shown(startQuestion(givenCleared(), facts, berlin('1 Dec 15:00')))).not.toContain('Planned')
  })

  test('opening early, with what is cut short', () => {
    expect(shown(earlyQuestion(openToTen(), facts, berlin('1 Dec 20:00'), 100))).toBe(
      `Open *payments-2.4.0* to everyone early?
10 % is watched until Wed 2 Dec, 11:10.
It will be noted as opened early.
[Open to everyone] [Keep]`,
    )
    expect(shown(earlyQuestion(deployed(), facts, berlin('1 Dec 15:58'), 1))).toContain(
      'It opens 16:00, as everybody was told.',
    )
    expect(shown(earlyQuestion(narrowed(), facts, berlin('1 Dec 22:00'), 100))).toContain(
      'That skips a phase.',
    )
  })

  test('rolling back, with what it undoes', () => {
    expect(shown(rollBackQuestion(withWayBack(openToTen()), facts, 'a refund was paid twice'))).toBe(
      `*Roll back payments-2.4.0?*
Undoes payments-ledger, payments-api, checkout-web. 10 % of users lose it.
Way back: 10 min, ops-oncall, until step 8.
The release ends with it; its review follows.
"a refund was paid twice"
[Roll back] [Keep]`,
    )
    expect(shown(rollBackShown(started(), facts))).toContain('Undoes nothing deployed so far. Nobody has it.')
    expect(shown(rollBackView(live(), facts))).toContain('Everyone loses it.')
  })

  test('rolling back with the longest reason still fits a button', () => {
    const why = '"'.repeat(800)
    expect(misfits(rollBackQuestion(openToTen(), facts, why))).toEqual([])
  })

  test('a rollback says from which step there is no way back', () => {
    const passing = (number: number): Release => {
      const { execution } = atStepFour()
      const steps = execution.steps.map((step) => ({ ...step, noWayBack: step.number === number }))
      return { ...atStepFour(), execution: { ...execution, steps } }
    }
    expect(shown(rollBackShown(passing(2), facts))).toContain(
      'Step 2 is done, after which there is no way back. It will be noted.',
    )
    expect(shown(rollBackShown(passing(5), facts))).toContain(
      'There is no way back after step 5, which is not done.',
    )
  })
})

describe('forms', () => {
  test('a failed step is named', () => {
    expect(shown(failedView(atStepFour(), theStep(atStepFour(), 4)))).toBe(
      '4 Deploy payments-api\nWhat went wrong?: ',
    )
  })

  test('narrowing offers the smaller shares, the nearest first', () => {
    expect(shown(narrowView(live()))).toContain('To: 10 % (10 %, 1 %, nobody)')
    expect(shown(narrowView(openToTen()))).toContain('To: 1 % (1 %, nobody)')
  })
})

describe('who acted is told what became of it', () => {
  test.each<[string, string, string]>([
    [
      'a step',
      shown(doneReceipt(4, now(stepDone(atStepFour(), 4, '1 Dec 15:47'), '1 Dec 15:47'))),
      '4 done 15:47. web-owner has step 5.',
    ],
    ['a failure', shown(failedReceipt(4, now(failed(), '1 Dec 15:47'))), '4 failed. rm knows.'],
    [
      'a start',
      shown(startedReceipt(now(started(), '1 Dec 15:00'))),
      '*payments-2.4.0* is started. support-lead has step 1.',
    ],
    [
      'taking a step',
      shown(takenReceipt(stepNumbered(atStepFour(), 5), now(atStepFour(), '1 Dec 15:40'))),
      '5 Deploy checkout-web is yours.',
    ],
    [
      'narrowing',
      shown(openedReceipt(now(narrowed(), '1 Dec 20:15'))),
      'Open to 1 % since 20:15, was 10 %. rm knows.',
    ],
    [
      'opening',
      shown(openedReceipt(now(openToTen(), '1 Dec 17:10'))),
      'Open to 10 % since 17:10, was 1 %. Watched until Wed 2 Dec, 11:10.',
    ],
    [
      'opening to everyone',
      shown(openedReceipt(now(live(), '2 Dec 15:15'))),
      'Live for everyone since 15:15, was 10 %. 5 checks begin.',
    ],
  ])('%s', (_, receipt, words) => expect(receipt).toBe(words))

  test('a fix forward', () => {
    const fixing = does(live(), '2 Dec 16:00', people.rm, (release, known, at) =>
      fixForward(release, known, at, actor(people.rm), 'size the pool'),
    )
    expect(shown(fixReceipt(now(fixing, '2 Dec 16:00')))).toBe(
      'Step 9 is the fix. It goes before the next opening.',
    )
    expect(shown(doneReceipt(9, now(stepDone(fixing, 9, '2 Dec 17:00'), '2 Dec 17:00')))).toBe(
      '9 done 17:00. All steps are done.',
    )
  })

  test('open alone shows who has it, and never acts', () => {
    expect(shown(openShown(now(openToTen(), '1 Dec 18:00')))).toBe(
      '*payments-2.4.0* is open to 10 %, everyone from Wed 2 Dec, 11:10.\n[Open to everyone] [Narrow…]',
    )
    expect(shown(openShown(now(givenCleared(), '1 Dec 14:00')))).toBe('*payments-2.4.0* is open to nobody.')
  })
})
