import { describe, expect, test } from 'vitest'
import { digestOf } from '../../src/digests/digest.ts'
import { drawDigest } from '../../src/digests/views.ts'
import type { Known } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import { live, onHold } from '../execution/given-execution.ts'
import { berlin } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { atRisk, deciding, planned, preparing, shipped, undone, watching } from './given-releases.ts'

const drawn = (known: readonly Known[], since = '30 Nov 09:00', now = '1 Dec 09:00') =>
  drawDigest(digestOf(known, { since: berlin(since), now: berlin(now) }), berlin(now), 'Europe/Berlin')

describe('the daily digest', () => {
  test('tells what is to decide, at risk and coming, a release in a line', () => {
    const message = drawn([deciding, atRisk, planned])
    expect(shown(message)).toBe(
      [
        '*Releases, Tue 1 Dec: 1 to decide by 12:00, 1 at risk*',
        '*Decide* payments-2.4.0: Quality awaited',
        '*At risk* ledger-1.9.0, Fri 11 Dec: 9 of 9 open, way back has no owner, migration on a copy has no owner, 1 more',
        '*Coming* mobile-8.2.0 Tue 8 Dec',
        '[My part]',
      ].join('\n'),
    )
    expect(message.text).toBe('Releases, Tue 1 Dec: 1 to decide by 12:00 Berlin, 1 at risk')
  })

  test('tells what is watched', () => {
    expect(shown(drawn([watching], '1 Dec 09:00', '2 Dec 09:00'))).toContain(
      '*Watching* search-3.1.0: 10 % since Tue 1 Dec, 17:10, everyone Wed 2 Dec, 11:10',
    )
  })

  test('tells what has shipped and what was rolled back since the last one', () => {
    expect(shown(drawn([shipped], '2 Dec 09:00', '3 Dec 09:00'))).toContain(
      '*Shipped* web-7.4.1, Wed 2 Dec, 15:15, verified',
    )
    const open = { ...shipped, release: { ...shipped.release, verification: live().verification } }
    expect(shown(drawn([open], '2 Dec 09:00', '3 Dec 09:00'))).toContain('15:15, 5 of 5 checks open')
    expect(shown(drawn([undone], '1 Dec 09:00', '2 Dec 09:00'))).toContain(
      '*Rolled back* billing-5.0.0: "a refund was paid twice"',
    )
  })

  test('gives the reason of a hold in quotes', () => {
    const held = { ...watching, release: onHold(watching.release) }
    expect(shown(drawn([held], '1 Dec 09:00', '2 Dec 09:00'))).toContain('on hold, "INC-482"')
  })

  test('on a quiet day says how many are coming', () => {
    const other = preparing({ key: 'far-1.0.0', target: berlin('9 Dec 16:00') })
    expect(drawn([planned, other]).text).toBe('Releases, Tue 1 Dec: 2 coming')
    expect(shown(drawn([planned, other]))).toContain('mobile-8.2.0 Tue 8 Dec · far-1.0.0 Wed 9 Dec')
  })

  test('leads to one’s own part', () => {
    expect(buttonsOf(drawn([planned]))).toEqual(['My part'])
  })

  test('stays within Slack with two hundred releases in every section', () => {
    const many = [deciding, atRisk, planned].flatMap((known) => Array.from({ length: 200 }, () => known))
    expect(misfits(drawn(many))).toEqual([])
    expect(shown(drawn(many))).toContain('and 192 more')
  })
})
