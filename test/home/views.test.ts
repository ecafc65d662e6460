import { describe, expect, test } from 'vitest'
import { drawHome, drawMine } from '../../src/home/views.ts'
import { md } from '../../src/slack/blocks.ts'
import { misfits } from '../../src/slack/fits.ts'
import { berlin, givenFacts } from '../given.ts'
import { givenListed } from '../readiness/given-readiness.ts'
import { buttonsOf, shown } from '../shown.ts'
import { givenMine, lateRehearsal, runbook, voteOnPayments } from './given-list.ts'

const zone = 'Europe/Berlin'
const now = berlin('26 Nov 10:00')
const flying = (key: string) => ({ release: givenListed([], { key, hold: null }), facts: givenFacts() })

describe('/release alone', () => {
  test('tells what waits over all releases, late first, each with its buttons', () => {
    const drawn = drawMine([lateRehearsal, runbook, voteOnPayments], [], zone)
    expect(shown(drawn)).toBe(
      [
        '*3 things wait for you, 1 late*',
        'payments-2.4.0 · 4 Rehearse the rollback · late since Tue 24 Nov, 17:00 [Done]',
        'ledger-1.9.0 · 2 Write the runbook · due Tue 24 Nov, 18:00 [Done]',
        'payments-2.4.0 · Your vote for Security · by Tue 1 Dec, 12:00',
        '[Go] [No-go…]',
      ].join('\n'),
    )
    expect(drawn.text).toBe('3 things wait for you, 1 late')
  })

  test('with nothing, names what is in flight and offers to plan', () => {
    const known = [flying('payments-2.4.0'), flying('ledger-1.9.0')]
    const drawn = drawMine([], known, zone)
    expect(drawn.text).toBe(
      'Nothing waits for you. In flight: payments-2.4.0, ledger-1.9.0. /release new plans one.',
    )
    expect(buttonsOf(drawn)).toEqual(['Plan a release'])
  })

  test('with nothing in flight either, says how to begin', () => {
    expect(drawMine([], [], zone).text).toBe('Nothing waits for you. /release new plans one.')
  })

  test('two hundred things stay within a screen and within Slack', () => {
    const many = Array.from({ length: 200 }, (_, i) => givenMine({ what: md`${i} ${'x'.repeat(500)}` }))
    const drawn = drawMine(many, [], zone)
    expect(shown(drawn)).toContain('and 192 more')
    expect(misfits(drawn)).toEqual([])
  })
})

describe('the Home tab', () => {
  test('shows what waits, what is in flight, and how to plan one', () => {
    const view = drawHome([lateRehearsal], [flying('payments-2.4.0')], now)
    const text = shown(view)
    expect(text).toContain('*1 thing waits for you, 1 late*')
    expect(text).toContain('*In flight*\n*payments-2.4.0* preparing')
    expect(buttonsOf(view)).toEqual(['Done', 'Plan a release'])
  })

  test('is useful while there is nothing', () => {
    expect(shown(drawHome([], [], now))).toBe(
      '*Nothing waits for you*\n*In flight*\nNothing\n[Plan a release]',
    )
  })

  test('leaves out what is over', () => {
    const closed = { ...flying('payments-2.3.0'), release: givenListed([], { state: 'closed' }) }
    expect(shown(drawHome([], [closed], now))).toContain('*In flight*\nNothing\n')
  })

  test('fits into Slack with two hundred things and releases', () => {
    const mine = Array.from({ length: 200 }, () => voteOnPayments)
    const known = Array.from({ length: 200 }, (_, i) => flying(`payments-${i}`))
    const view = drawHome(mine, known, now)
    expect(misfits(view)).toEqual([])
    expect(shown(view)).toContain('and 180 more: /release list')
  })
})
