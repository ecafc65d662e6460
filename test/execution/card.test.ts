import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawRun } from '../../src/execution/card.ts'
import { drawPlan } from '../../src/execution/planned-run.ts'
import type { Release } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import { berlin, givenFacts, people, standard } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { nasty } from '../slack/nasty.ts'
import {
  atStepFour,
  deployed,
  failed,
  givenCleared,
  live,
  narrowed,
  onHold,
  openToTen,
  rolledBack,
  withWayBack,
} from './given-execution.ts'

const card = (release: Release, at = '1 Dec 15:40') => drawRun(release, givenFacts(), berlin(at))
const news = (release: Release, at?: string) => card(release, at).text
const linesOf = (release: Release, at?: string) => shown(card(release, at)).split('\n')

describe('the run-of-show card', () => {
  test('says where it stands, what comes, what is done, and who has it', () => {
    expect(shown(card(withWayBack(atStepFour())))).toBe(
      `*payments-2.4.0: step 4 of 8, deploy payments-api, 8 min behind*
Way back: 10 min, ops-oncall, until step 8.
*Now* 4 Deploy payments-api · ops-oncall · since 15:38
*Next* 5 Deploy checkout-web · web-owner · about 15:48
6 Open to 1 %, watch 1 h · payments-lead · 16:00 holds
7 Open to 10 %, watch 18 h · payments-lead · 17:00
8 Open to everyone · payments-lead · Wed 2 Dec, 11:00
*Done* 1 Tell support 15:01 · 2 Migrate the data 15:24, 4 min over · 3 Deploy payments-ledger 15:38, 4 min over
*Deployed* payments-ledger · *Open to* nobody
[4 done] [4 failed…] [Hold…] [Roll back…]`,
    )
  })

  test('tells what is open, and what comes next from when', () => {
    expect(news(openToTen(), '1 Dec 17:30')).toBe(
      'payments-2.4.0 is open to 10 %, everyone from Wed 2 Dec, 11:10 Berlin',
    )
    expect(linesOf(openToTen(), '1 Dec 17:30')).toContain(
      '*Deployed* payments-ledger, payments-api, checkout-web · *Open to* 10 %, since 17:10, watched until Wed 2 Dec, 11:10',
    )
  })

  test('asks to open when the watch is over, and says how late that is', () => {
    expect(news(openToTen(), '2 Dec 12:00')).toBe('payments-2.4.0: step 8 of 8, open to everyone, 1 h behind')
  })

  test('after a narrowing begins again with the phase it came from', () => {
    expect(news(narrowed(), '1 Dec 20:20')).toMatch(
      /^payments-2\.4\.0 was narrowed to 1 %, 10 % from Tue 1 Dec, 21:15/,
    )
    expect(linesOf(narrowed(), '1 Dec 20:20').slice(2, 4)).toEqual([
      '*Now* 7 Open to 10 %, watch 18 h · payments-lead · 21:15',
      '*Next* 8 Open to everyone · payments-lead · Wed 2 Dec, 15:15',
    ])
  })

  test('shows a failed step with its reason', () => {
    expect(news(failed(), '1 Dec 15:50')).toBe('payments-2.4.0: step 4 of 8 failed, deploy payments-api')
    expect(linesOf(failed(), '1 Dec 15:50')).toContain(
      '*Failed* 4 Deploy payments-api · ops-oncall: "disk full"',
    )
  })

  test('shows a hold with who and why', () => {
    const held = onHold(atStepFour(), '1 Dec 15:39')
    expect(news(held)).toBe('payments-2.4.0 is on hold at step 4 of 8, deploy payments-api')
    expect(linesOf(held)).toContain('*On hold* since 15:39, ops-oncall: "INC-482"')
  })

  test('ends with who has it, or with why it was taken back', () => {
    expect(shown(card(live(), '2 Dec 15:20'))).toBe(
      `*payments-2.4.0 is live for everyone since Wed 2 Dec, 15:15*
*Done* 2 before · 3 Deploy payments-ledger Tue 1 Dec, 15:38, 4 min over · 4 Deploy payments-api Tue 1 Dec, 15:48 · 5 Deploy checkout-web Tue 1 Dec, 15:58 · 6 Open to 1 % Tue 1 Dec, 16:04, 4 min late · 7 Open to 10 % Tue 1 Dec, 17:10, 10 min late · 8 Open to everyone 15:15, 4 h 15 min late
*Deployed* payments-ledger, payments-api, checkout-web · *Open to* everyone, since 15:15
[Narrow…] [Roll back…]`,
    )
    expect(news(rolledBack(), '1 Dec 20:40')).toBe(
      'payments-2.4.0 was rolled back Tue 1 Dec, 20:31 Berlin: a refund was paid twice',
    )
    expect(linesOf(rolledBack(), '1 Dec 20:40').at(-1)).toBe(
      '*Taken back* payments-ledger, payments-api, checkout-web · *Open to* nobody',
    )
  })

  test.each<[string, Release, string, string[]]>([
    ['a step', atStepFour(), '1 Dec 15:40', ['4 done', '4 failed…', 'Hold…', 'Roll back…']],
    ['a failed step', failed(), '1 Dec 15:50', ['4 done', 'Try 4 again', 'Hold…', 'Roll back…']],
    ['the first opening', deployed(), '1 Dec 15:59', ['Open to 1 %', 'Hold…', 'Roll back…']],
    ['the next opening', openToTen(), '1 Dec 18:00', ['Open to everyone', 'Narrow…', 'Hold…', 'Roll back…']],
    ['a hold', onHold(openToTen()), '1 Dec 20:20', ['Resume', 'Narrow…', 'Roll back…']],
    [
      'less than everyone in verification',
      narrowed(10, live(), '2 Dec 16:00'),
      '2 Dec 16:00',
      ['Open to everyone', 'Narrow…', 'Roll back…'],
    ],
    ['nothing more to do', rolledBack(), '1 Dec 21:00', []],
  ])('for %s has the buttons that apply', (_, release, at, labels) => {
    expect(buttonsOf(card(release, at))).toEqual(labels)
  })

  test('names the way back as missing, and the step after which there is none', () => {
    expect(linesOf(atStepFour())).toContain('Way back: nobody wrote one down.')
    const steps = atStepFour().execution.steps.map((step) => ({ ...step, noWayBack: step.number === 5 }))
    const release = withWayBack({ ...atStepFour(), execution: { ...atStepFour().execution, steps } })
    expect(linesOf(release)).toContain('Way back: 10 min, ops-oncall, until step 8. None after step 5.')
  })

  test('names the role that nobody fills, and who does it then', () => {
    const facts = givenFacts({ holders: {} })
    expect(shown(drawRun(atStepFour(), facts, berlin('1 Dec 15:40')))).toContain(
      '*Now* 4 Deploy payments-api · rm for On call · since 15:38',
    )
  })

  test('with 200 steps shows the most urgent', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({
      kind: 'task' as const,
      title: `Task ${i + 1}`,
      owner: 'Data',
      lasts: 60_000,
      noWayBack: false,
    }))
    const facts = givenFacts({ model: { ...standard, steps: many } })
    const message = drawPlan(givenCleared(), facts, berlin('1 Dec 10:00'), people.dba)
    expect(shown(message)).toContain('and 191 more')
    expect(misfits(message)).toEqual([])
  })

  test('whatever people call things, it fits into Slack', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 400 }), (typed, times) => {
        const long = `x${typed.repeat(times)}`
        const reason = long.slice(0, 800)
        for (const release of [failed(reason), rolledBack(openToTen(), reason)]) {
          const steps = release.execution.steps.map((step) => ({ ...step, title: long }))
          const named = { ...release, execution: { ...release.execution, steps } }
          expect(misfits(card(named, '1 Dec 15:50'))).toEqual([])
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('before the start', () => {
  test('the plan says when it begins and what is yours', () => {
    const plan = (person: string) =>
      shown(drawPlan(givenCleared(), givenFacts(), berlin('1 Dec 14:00'), person))
    expect(plan(people.opsOncall).split('\n').slice(0, 3)).toEqual([
      '*payments-2.4.0 starts 15:00; steps 3 and 4 are yours*',
      '1 Tell support · support-lead · 15:00',
      '2 Migrate the data · dba · 15:05',
    ])
    expect(plan(people.dba)).toContain('starts 15:00; step 2 is yours')
    expect(plan(people.secLead)).toContain('*payments-2.4.0 starts 15:00*')
  })

  test('it can be started from there once it has its go', () => {
    const plan = (release: Release) =>
      buttonsOf(drawPlan(release, givenFacts(), berlin('1 Dec 14:00'), people.rm))
    expect(plan(givenCleared())).toEqual(['Start…'])
    expect(plan(givenCleared({ state: 'preparing' }))).toEqual([])
  })
})
