import { describe, expect, test } from 'vitest'
import { openAsk, stepAsk } from '../../src/execution/asks.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { actor, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import {
  atStepFour,
  deployed,
  does,
  drawn,
  failed,
  narrowed,
  onHold,
  openToTen,
  rolledBack,
} from './given-execution.ts'

const step = (release: Release, key: string) => shown(drawn(stepAsk, release, { key, at: '1 Dec 15:58' }))
const open = (release: Release, key: string) => shown(drawn(openAsk, release, { key, at: '1 Dec 20:20' }))

describe('the one ping of a step', () => {
  test('asks its owner, with the buttons that settle it', () => {
    expect(step(atStepFour(), '4')).toBe(
      '<@UOPSONCALL>: 4 Deploy payments-api is yours now, about 10 min.\n[4 done] [4 failed…] [Hold…]',
    )
  })

  test('asks everyone who fills the role, and who takes it', () => {
    const facts = givenFacts()
    const holders = { ...facts.holders, 'On call': [people.opsOncall, people.apiOwner] }
    const drawing = { facts: { ...facts, holders }, person: null, params: {}, posted: () => null }
    const message = stepAsk.draw({ ...drawing, release: atStepFour(), key: '4', now: new Date() })
    expect(message?.text).toContain('<@UOPSONCALL> <@UAPIOWNER>: 4 Deploy')
    expect(message && buttonsOf(message)).toEqual(['4 done', '4 failed…', 'I take it', 'Hold…'])
  })

  test('pings nobody who handed it over to themselves', () => {
    const begunBy = (by: string) => drawn(stepAsk, atStepFour(), { key: '4', params: { by } }).text
    expect(begunBy(people.opsOncall)).toMatch(/^ops-oncall: 4 Deploy/)
    expect(begunBy(people.rm)).toMatch(/^<@UOPSONCALL>: 4 Deploy/)
  })

  test('of a fix reads as a sentence', () => {
    const fixing = does(narrowed(), '1 Dec 20:21', people.rm, (release, facts, now) =>
      fixForward(release, facts, now, actor(people.rm), 'Size the pool'),
    )
    expect(step(fixing, '9').split('\n')[0]).toBe('<@URM>: step 9 is yours now, fix forward: Size the pool.')
  })

  test('says who did it and when, once it is done', () => {
    expect(step(atStepFour(), '3')).toBe('3 Deploy payments-ledger: done Tue 1 Dec, 15:38, rm')
  })

  test('shows a failure, a hold and a rollback', () => {
    expect(step(failed(), '4')).toBe(
      '<@UOPSONCALL>: 4 Deploy payments-api failed: "disk full"\n[4 done] [Try 4 again] [Hold…]',
    )
    expect(step(onHold(atStepFour()), '4')).toBe('4 Deploy payments-api: on hold, ops-oncall')
    expect(step(rolledBack(atStepFour()), '4')).toBe(
      '4 Deploy payments-api: not needed any more, payments-2.4.0 is reviewing',
    )
  })
})

describe('the ask to open further', () => {
  test('goes to the owner of the next phase, with what was watched', () => {
    expect(open(deployed(), '0')).toBe(
      '<@UPAYMENTSLEAD>: everything before it is done. Open to 1 %?\n[Open to 1 %] [Hold…]',
    )
    expect(open(openToTen(), '2')).toBe(
      '<@UPAYMENTSLEAD>: 10 % was watched for 18 h. Open to everyone?\n[Open to everyone] [Hold…]',
    )
  })

  test('says what became of it', () => {
    expect(open(openToTen(), '1')).toBe('Opened to 10 %, Tue 1 Dec, 17:10, rm')
    expect(open(narrowed(), '2')).toBe('Narrowed to 1 %, Tue 1 Dec, 20:15, ops-oncall')
    expect(open(rolledBack(), '2')).toBe('Rolled back, Tue 1 Dec, 20:31, ops-oncall')
    expect(open(onHold(openToTen()), '2')).toBe('Opening further: on hold, ops-oncall')
  })

  test('waits until every step before it is done', () => {
    expect(open(atStepFour(), '0')).toBe('Opening further waits for step 4')
  })
})
