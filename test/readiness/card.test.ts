import { describe, expect, test } from 'vitest'
import { readinessCard } from '../../src/readiness/card.ts'
import type { Facts, Release, ReleaseEvent, State } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import { after, berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { allDone, done, features, givenListed, shortHanded } from './given-readiness.ts'

const now = berlin('25 Nov 16:00')
const card = (
  events: readonly ReleaseEvent[],
  facts: Facts = givenFacts(),
  overrides: Partial<Release> = {},
) => readinessCard({ ...givenListed(events), ...overrides }, facts, now)

const blocked: ReleaseEvent = {
  type: 'itemBlocked',
  number: 6,
  why: 'staging is down',
  waitsFor: people.opsOncall,
}
const skipped: ReleaseEvent = { type: 'itemSkipped', number: 7, why: 'nothing new', required: true }

describe('the readiness card', () => {
  test('says late, blocked, no owner, done, each with its button', () => {
    const release = after(
      features,
      givenListed([1, 2, 3, 5, 7, 9].map((number) => done(number))),
      [blocked],
      {
        at: berlin('25 Nov 14:20'),
      },
    )
    const facts = givenFacts({ holders: { ...givenFacts().holders, Support: [] } })
    const drawn = readinessCard(release, facts, now)
    expect(drawn.text).toBe('payments-2.4.0 is not ready: 3 of 9 open, 1 late')
    expect(shown(drawn)).toBe(
      [
        '*payments-2.4.0 is not ready: 3 of 9 open, 1 late*',
        'Due by Fri 27 Nov, 17:00. The vote opens Mon 30 Nov, 15:00.',
        '*Late* since Tue 24 Nov, 17:00',
        '4 Rehearse the rollback · dba [Done…]',
        '*Blocked* since Wed 25 Nov, 14:20',
        '6 Load test, twice the traffic · qa-lead',
        '  "staging is down" · waits for ops-oncall [Unblock]',
        '*No owner*',
        '8 Brief support · Support [I take it]',
        '*Done* 6: payments-api, payments-ledger, checkout-web, migration on a copy, runbook, on-call',
        '[All 9 items] [Open the vote…]',
      ].join('\n'),
    )
  })

  test('says which open item is due before the others, and for which revision it is open again', () => {
    const revised: ReleaseEvent = {
      type: 'componentRevised',
      component: 'payments-ledger',
      from: 'a1',
      to: '4be77d1',
    }
    const lines = shown(card([...allDone, revised])).split('\n')
    expect(lines).toContain('*Open*')
    expect(lines).toContain('2 payments-ledger · ledger-owner · again, for 4be77d1 [Done]')
  })

  test('asks who takes what several may take', () => {
    expect(shown(card([], shortHanded))).toContain('4 Rehearse the rollback · Data [I take it]')
  })

  test('keeps in sight what was skipped, with who and why', () => {
    const words = shown(card([skipped, ...allDone.filter((_, i) => i !== 6)]))
    expect(words).toContain('*payments-2.4.0 is ready: 8 of 9 done, 1 skipped*')
    expect(words).toContain('*Skipped* 7 runbook · rm: "nothing new"')
  })

  test('names three that were skipped, and counts the rest', () => {
    const skips = (n: number) => allDone.slice(0, n).map((_, i) => ({ ...skipped, number: i + 1 }))
    const told = (n: number) => shown(card([...skips(n), ...allDone.slice(n)])).split('\n')
    expect(told(3).filter((line) => line.startsWith('*Skipped*'))).toHaveLength(3)
    expect(told(3).join()).not.toContain('more skipped')
    expect(told(5).filter((line) => line.startsWith('*Skipped*'))).toHaveLength(3)
    expect(told(5)).toContain('and 2 more skipped')
  })

  test('folds everything once it is done', () => {
    expect(shown(card(allDone)).split('\n')).toEqual([
      '*payments-2.4.0 is ready: 9 of 9 done*',
      'The vote opens Mon 30 Nov, 15:00.',
      expect.stringMatching(/^\*Done\* 9: payments-api, /),
      '[All 9 items] [Open the vote…]',
    ])
  })

  test.each<[State, string]>([
    ['executing', 'payments-2.4.0 went with 8 of 9 done'],
    ['closed', 'payments-2.4.0 went with 8 of 9 done'],
    ['cancelled', 'payments-2.4.0 was cancelled: 8 of 9 done'],
  ])('has nothing to press but the list when it is %s', (state, news) => {
    const drawn = card(allDone.slice(1), givenFacts(), { state })
    expect(drawn.text).toBe(news)
    expect(buttonsOf(drawn)).toEqual(['All 9 items'])
  })

  test('does not offer to open a vote that is open', () => {
    expect(buttonsOf(card(allDone, givenFacts(), { state: 'deciding' }))).toEqual(['All 9 items'])
  })
})

describe('a list of two hundred', () => {
  const [item] = givenListed().readiness.items.slice(5)
  const hostile = '<!channel> @here *b* _i_ `c` שלום 🎉 '.repeat(40)
  const items = Array.from({ length: 200 }, (_, i) => ({
    ...(item ?? expect.fail('there is no load test')),
    number: i + 1,
    title: i % 2 ? hostile : 'Load test',
    state:
      i % 3
        ? ({ is: 'open' } as const)
        : ({ is: 'blocked', why: hostile, since: now, by: null, waitsFor: people.dba } as const),
  }))
  const drawn = readinessCard(
    { ...givenListed(), readiness: { items, wayBack: null } },
    givenFacts(),
    berlin('28 Nov 10:00'),
  )

  test('shows the eight most urgent and how many more there are', () => {
    expect(shown(drawn)).toContain('and 192 more')
    expect(buttonsOf(drawn).filter((label) => label === 'Done…' || label === 'Unblock')).toHaveLength(8)
  })

  test('stays within what Slack and one screen take', () => {
    expect(misfits(drawn)).toEqual([])
    expect(drawn.blocks.length).toBeLessThanOrEqual(12)
    expect(shown(drawn).length).toBeLessThanOrEqual(2000)
    expect(drawn.text.length).toBeLessThan(90)
  })
})
