import { describe, expect, test } from 'vitest'
import { dueToAsk } from '../../src/execution/asking.ts'
import { goesForward, timeOf } from '../../src/execution/guards.ts'
import { startQuestion } from '../../src/execution/questions.ts'
import { openShown } from '../../src/execution/receipts.ts'
import { waitingExecution } from '../../src/execution/waiting.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { berlin, givenFacts, people, refusal } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { deployed, does, givenCleared, live, openToTen, started } from './given-execution.ts'

const facts = givenFacts()
const typesOf = (events: readonly ReleaseEvent[]) => events.map(({ type }) => type)

describe('what goes forward', () => {
  const why = (release: Release) => refusal(() => goesForward(release, facts, berlin('1 Dec 15:00')))

  test('is what is being executed', () => {
    expect(() => goesForward(started(), facts, berlin('1 Dec 15:00'))).not.toThrow()
    expect(why(givenCleared())).toBe('payments-2.4.0 is not started; its steps begin with: /release start')
    expect(why(live())).toBe('payments-2.4.0 is verifying: none of its steps waits any more.')
  })
})

test('who has it is shown with a way to narrow it where somebody has it', () => {
  const shownOf = (release: Release) => openShown({ release, facts, now: berlin('1 Dec 18:00') })
  expect(buttonsOf(shownOf(deployed())).some((label) => label?.startsWith('Narrow'))).toBe(false)
  expect(buttonsOf(shownOf(openToTen())).some((label) => label?.startsWith('Narrow'))).toBe(true)
})

test.each([
  ['1 Dec 15:00', null],
  ['1 Dec 15:20', '20 min late.'],
  ['1 Dec 14:40', '20 min early.'],
])('a start at %s is held against the plan', (at, says) => {
  const told = shown(startQuestion(givenCleared(), facts, berlin(at)))
  expect(/Planned for .*: (.*)/.exec(told)?.[1] ?? null).toBe(says)
})

test('an opening is late once its watch has ended and it was asked for', () => {
  const asked = does(openToTen(), '2 Dec 11:10', people.rm, dueToAsk)
  const late = (at: string) => waitingExecution(asked, facts, berlin(at)).map((one) => one.late)
  expect(typesOf(dueToAsk(openToTen(), facts, berlin('2 Dec 11:10')))).not.toEqual([])
  expect(late('2 Dec 11:09')).toEqual([false])
  expect(late('2 Dec 12:00')).toEqual([true])
})

test('of nearly a day the clock says enough, beyond it the day stands in front', () => {
  const at = berlin('1 Dec 15:00')
  expect(timeOf(at, facts, berlin('2 Dec 10:59'))).toBe('15:00')
  expect(timeOf(at, facts, berlin('2 Dec 11:00'))).toBe('Tue 15:00')
  expect(timeOf(at, facts, berlin('30 Nov 19:01'))).toBe('15:00')
})
