import { describe, expect, test } from 'vitest'
import { deviationsOf } from '../../src/execution/deviations.ts'
import { behind, expected, minutesOver, ownersOf, stepNumbered } from '../../src/execution/progress.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { weekdayClock } from '../../src/time/words.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import {
  atStepFour,
  deployed,
  does,
  givenCleared,
  live,
  opens,
  openToTen,
  started,
  stepDone,
} from './given-execution.ts'

const expectedAt = (release: Release, at: string) =>
  [...expected(release, berlin(at))].map(
    ([number, time]) => `${number} ${weekdayClock(time, 'Europe/Berlin')}`,
  )

describe('behind', () => {
  test('is how much later the current step began than planned', () => {
    expect(behind(atStepFour(), berlin('1 Dec 15:40'))).toBe(8)
  })

  test('grows while a step takes longer than it was given', () => {
    expect(behind(atStepFour(), berlin('1 Dec 15:48'))).toBe(8)
    expect(behind(atStepFour(), berlin('1 Dec 15:53'))).toBe(13)
  })

  test('is nothing when it is early, not started, or all is done', () => {
    expect(behind(started('1 Dec 14:30'), berlin('1 Dec 14:31'))).toBe(0)
    expect(behind(givenCleared(), berlin('1 Dec 18:00'))).toBe(0)
    expect(behind(live(), berlin('3 Dec 18:00'))).toBe(0)
  })

  test('of an opening counts from its plan, or from the end of the watch', () => {
    expect(behind(deployed(), berlin('1 Dec 15:59'))).toBe(0)
    expect(behind(deployed(), berlin('1 Dec 16:03'))).toBe(3)
    expect(behind(opens(deployed(), 1, '1 Dec 16:04'), berlin('1 Dec 16:10'))).toBe(4)
  })
})

describe('what is to be expected', () => {
  test('each step after the one before; the margin lets the opening hold', () => {
    expect(expectedAt(atStepFour(), '1 Dec 15:40')).toEqual([
      '4 Tue 15:38',
      '5 Tue 15:48',
      '6 Tue 16:00',
      '7 Tue 17:00',
      '8 Wed 11:00',
    ])
  })

  test('a late step moves all that follows', () => {
    expect(expectedAt(atStepFour(), '1 Dec 16:00')).toEqual([
      '4 Tue 15:38',
      '5 Tue 16:00',
      '6 Tue 16:10',
      '7 Tue 17:10',
      '8 Wed 11:10',
    ])
  })

  test('after a narrowing the phases come again', () => {
    const release = does(openToTen(), '1 Dec 20:15', people.opsOncall, () => [
      { type: 'narrowed', from: 10, share: 1, soakUntil: berlin('1 Dec 21:15'), why: null },
    ])
    expect(expectedAt(release, '1 Dec 20:20')).toEqual(['7 Tue 21:15', '8 Wed 15:15'])
  })
})

describe('minutes over', () => {
  test('count from the planned begin, or from the real one when that was later', () => {
    const over = (number: number) => {
      const step = stepNumbered(atStepFour(), number)
      return step && minutesOver(step)
    }
    expect([over(1), over(2), over(3), over(4)]).toEqual([0, 4, 4, 0])
  })

  test('a fix has none, because nobody gave it a time', () => {
    const begun = does(openToTen(), '1 Dec 20:20', people.rm, (...on) =>
      fixForward(...on, actor(people.rm), 'size the pool'),
    )
    const step = stepNumbered(stepDone(begun, 9, '1 Dec 21:03'), 9)
    expect(step && minutesOver(step)).toBe(0)
  })

  test('of an opening are how late it opened', () => {
    const step = stepNumbered(live(), 8)
    expect(step && minutesOver(step)).toBe(4 * 60 + 15)
  })
})

test('a step nobody fills the role of is the release manager’s', () => {
  const facts = givenFacts({ holders: {} })
  const step = stepNumbered(atStepFour(), 4)
  expect(step && ownersOf(atStepFour(), facts, step)).toEqual([people.rm])
  expect(step && ownersOf(atStepFour(), givenFacts(), step)).toEqual([people.opsOncall])
  expect(step && ownersOf(atStepFour(), facts, { ...step, takenBy: people.dba })).toEqual([people.dba])
})

describe('not by the book', () => {
  test('is nothing as long as it goes as planned', () => expect(deviationsOf(openToTen())).toEqual([]))

  test('is a late start, an early opening and a step that failed, oldest first', () => {
    const late = started('1 Dec 15:26')
    const failed = does(late, '1 Dec 15:30', people.supportLead, () => [
      { type: 'stepFailed', number: 1, why: 'nobody there' },
    ])
    const early = does(failed, '1 Dec 15:40', people.paymentsLead, () => [
      {
        type: 'opened',
        from: 0,
        share: 1,
        soakUntil: berlin('1 Dec 16:40'),
        step: 6,
        plannedAt: berlin('1 Dec 16:00'),
        early: true,
      },
    ])
    expect(deviationsOf(early).map(({ what, by, why }) => [what, by, why])).toEqual([
      ['started 26 min late', people.rm, null],
      ['step 1 failed', people.supportLead, 'nobody there'],
      ['opened to 1 % early', people.paymentsLead, null],
    ])
  })

  test('five minutes late are not late', () => expect(deviationsOf(started('1 Dec 15:05'))).toEqual([]))
})
