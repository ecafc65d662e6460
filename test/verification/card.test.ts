import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTo } from '../../src/execution/opening.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import { checkAsk, checkFailedNotice } from '../../src/verification/asks.ts'
import { drawChecks, verificationCard } from '../../src/verification/card.ts'
import { does, drawn, live, onHold, rolledBack, stepDone } from '../execution/given-execution.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { nasty } from '../slack/nasty.ts'
import { fails, passes, passing } from './given-verification.ts'

const card = (release: Release) => shown(drawChecks(release, givenFacts()))
const half = () => fails(passing(live(), 1, 2), 4)
const fixing = () =>
  does(half(), '3 Dec 11:00', people.rm, (release, facts, now) =>
    fixForward(release, facts, now, actor(people.rm), 'totals'),
  )

describe('the checks', () => {
  test('stand in order: failed, open, passed', () => {
    expect(card(half())).toBe(
      `*payments-2.4.0 is live, check 4 failed, 2 of 5 checks open*
*Failed*
4 Totals agree · dba: "totals differ by 3" [Pass]
*Open*
3 Support tickets · support-lead · not required [Pass]
5 Authors saw their change live · payments-lead · not required [Pass]
*Passed* 1 Main journey end to end · 2 Error rate within its limit
[Fail…] [Report a problem…] [Roll back…]`,
    )
  })

  test('say what is missing first', () => {
    expect(card(live())).toContain('*payments-2.4.0 is live, 5 of 5 checks open*')
    expect(card(fails(half(), 1))).toContain('is live, checks 1 and 4 failed, 2 of 5 checks open')
  })

  test('have no buttons once they are done, or it is over', () => {
    const verified = passing(live(), 1, 2, 3, 4, 5)
    expect(card(verified)).toContain('*payments-2.4.0 is verified, 5 of 5 checks done*')
    for (const release of [verified, fixing(), rolledBack(half())])
      expect(buttonsOf(drawChecks(release, givenFacts()))).toEqual([])
  })

  test('say what became of the release meanwhile', () => {
    expect(card(fixing())).toContain('*payments-2.4.0 is being fixed forward*')
    expect(card(rolledBack(half()))).toContain('*payments-2.4.0 was rolled back')
    const reviewed: Release = { ...passing(half(), 3, 4), state: 'reviewing' }
    expect(card(reviewed)).toContain('*payments-2.4.0: 4 of 5 checks passed*')
    const narrowed = does(live(), '3 Dec 10:00', people.opsOncall, (release, facts, now) =>
      openTo(release, facts, now, actor(people.opsOncall), { share: 10, why: null, cutShort: null }),
    )
    expect(card(narrowed)).toContain('is not live for everyone now, 5 of 5 checks open')
  })

  test('of a round that is past are told in one line', () => {
    const again = stepDone(fixing(), 9, '3 Dec 12:00')
    expect(shown(drawn(verificationCard, again, { key: '1' }))).toBe(
      'payments-2.4.0 went live for everyone Wed 2 Dec, 15:15, and again later',
    )
    expect(shown(drawn(verificationCard, again, { key: '2' }))).toContain('3 of 5 checks open')
  })

  test('name the role where nobody or many answer', () => {
    const facts = givenFacts({ holders: { Data: [people.dba, people.opsLead, people.opsOncall] } })
    expect(shown(drawChecks(live(), facts))).toContain('1 Main journey end to end · Quality')
    expect(shown(drawChecks(live(), facts))).toContain('4 Totals agree · Data')
  })

  test('fit into Slack, whatever people write and however many there are', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 300 }), (typed, times) => {
        const long = `x${typed.repeat(times)}`
        const [first] = fails(live(), 1, long.slice(0, 800)).verification.checks
        const checks = Array.from({ length: 200 }, (_, i) => ({
          ...(first ?? expect.fail('no check')),
          title: long,
          number: i + 1,
        }))
        const release = { ...live(), verification: { ...live().verification, checks } }
        expect(misfits(drawChecks(release, givenFacts()))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('a required check that failed', () => {
  const notice = (release: Release, key = '4.1') => shown(drawn(checkFailedNotice, release, { key }))
  const byDba = (release: Release): Release => ({
    ...release,
    verification: {
      ...release.verification,
      checks: release.verification.checks.map((check) => ({ ...check, by: people.dba })),
    },
  })

  test('asks the release manager how it goes on', () => {
    expect(notice(byDba(fails(live(), 4, 'ledger totals differ by 3')))).toBe(
      `*payments-2.4.0: check 4 failed*, ledger totals differ by 3. <@URM>: fix forward or roll back?
[Fix forward…] [Roll back…]`,
    )
  })

  test('asks without a ping who said so themselves', () => {
    expect(notice(fails(live(), 4))).toContain('rm: fix forward or roll back?')
  })

  test('is told without a question once that is answered', () => {
    for (const release of [fixing(), rolledBack(half())])
      expect(notice(release)).toBe('*payments-2.4.0: check 4 failed*, totals differ by 3.')
    expect(notice(passes(half(), 4))).toBe('*payments-2.4.0: check 4 failed*.')
  })

  test('that fails again is asked about anew, whatever else failed meanwhile; the old question is past', () => {
    const twice = fails(fails(passes(half(), 4), 1), 4, 'off by 2')
    expect(notice(twice, '4.2')).toContain('check 4 failed*, off by 2. ')
    const key = (old: string) => checkFailedNotice.draw(seen(twice, old))
    expect(key('4.1')).toBeNull()
    expect(key('4.3')).toBeNull()
    expect(key('9.1')).toBeNull()
    expect(notice(twice, '1.1')).toContain('check 1 failed*')
  })

  test('on hold offers only the way back', () => {
    expect(notice(onHold(half()))).toContain('\n[Roll back…]')
  })
})

const seen = (release: Release, key: string) => ({
  release,
  facts: givenFacts(),
  key,
  person: null,
  params: {},
  now: berlin('3 Dec 12:00'),
  posted: () => null,
})

describe('to each who answers checks', () => {
  const ask = (release: Release, person: string) => shown(drawn(checkAsk, release, { key: '1:x', person }))

  test('one message names theirs', () => {
    expect(ask(live(), people.dba)).toBe(
      '*payments-2.4.0 is live for everyone. 1 check is yours*\n4 Totals agree · dba [Pass]\n[Fail…]',
    )
  })

  test('is nobody’s who is not named, and of no round that never was', () => {
    expect(checkAsk.draw(seen(live(), '1:x'))).toBeNull()
    expect(checkAsk.draw({ ...seen(live(), '2:x'), person: people.dba })).toBeNull()
  })

  test('it is settled as they answer', () => {
    expect(ask(half(), people.dba)).toBe(
      '*payments-2.4.0: nothing of yours is left to check*\n4 Totals agree · dba: "totals differ by 3" · failed',
    )
    expect(ask(half(), people.qaLead)).toContain('1 Main journey end to end · qa-lead · passed')
  })

  test('of a round that is past asks nothing any more', () => {
    const again = stepDone(fixing(), 9, '3 Dec 12:00')
    expect(ask(again, people.dba)).not.toContain('[')
    expect(shown(drawn(checkAsk, again, { key: '2:x', person: people.dba }))).toContain('[Pass]')
  })
})
