import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRound } from '../../src/votes/opening.ts'
import { castBallot } from '../../src/votes/voting.ts'
import { channel, deployed, does, opened } from './by-the-rules.ts'
import { unchanged } from './unchanged.ts'
import { openWorld, type StoryWorld } from './world.ts'

let world: StoryWorld
beforeAll(async () => {
  world = await openWorld('postgres')
})
afterAll(() => world.close())

const anywhere = '#releases'
const typed = (who: string, words: string, place: `#${string}` = channel) =>
  unchanged(world, () => world.as(who).run(`/release ${words}`, { in: place }))

type Told = readonly [who: string, words: string, told: string]

const onlyTold = (rows: readonly Told[], place: `#${string}` = channel) =>
  test.each(rows)('%s: %s', async (who, words, told) => {
    const { all, text } = await typed(who, words, place)
    expect(text).toBe(told)
    expect(all).toMatchObject([{ ephemeral: true, pings: [] }])
  })

describe('with nothing planned', () => {
  onlyTold(
    [
      ['rm', 'status', 'No release is in flight. Plan one: /release new payments 2.4.0 tue 16:00'],
      ['rm', 'status payments-9.9.9', 'There is no payments-9.9.9. Nothing of payments is in flight.'],
      ['rm', 'list payrol', 'I know no product "payrol". Known: ledger, payments, search, trial'],
      ['rm', 'list ledger', 'Nothing of ledger is in flight. /release new plans one.'],
      ['rm', 'list mine', 'You run nothing that is in flight. /release new plans one.'],
      ['rm', 'payments-9.9.9 xyzzy', 'There is no payments-9.9.9. Nothing of payments is in flight.'],
    ],
    anywhere,
  )
})

describe('while it is only planned', () => {
  beforeAll(async () => {
    await world.as('rm').run('/release new payments 2.4.0 1 dec 16:00', { in: anywhere })
  })
  onlyTold(
    [
      ['rm', 'hold payments-2.4.1 refund errors', 'There is no payments-2.4.1. In flight: payments-2.4.0.'],
      ['rm', 'status payments-9.9.9', 'There is no payments-9.9.9. In flight: payments-2.4.0.'],
      ['rm', 'stauts', 'I do not know "stauts". Did you mean status?'],
      ['rm', 'payments-2.4.0 stauts', 'I do not know "stauts". Did you mean status?'],
      ['rm', 'start', 'payments-2.4.0 is only planned; it starts after a go.'],
      ['rm', 'go', 'No vote is open; it opens Mon 30 Nov, 15:00.'],
      ['rm', 'vote open', 'payments-2.4.0 is planned: there is nothing to vote on.'],
      ['dba', 'ready', 'payments-2.4.0 has no list yet; it comes when preparing begins.'],
      ['dba', 'ready 4 done', 'payments-2.4.0 has no list yet; it comes when preparing begins.'],
      [
        'rm',
        'rollback a refund was paid twice',
        'payments-2.4.0 is planned; there is nothing to roll back. Not started: /release cancel <why>',
      ],
      ['rm', 'step 1 done', 'payments-2.4.0 is not started; its steps begin with: /release start'],
      ['rm', 'review', 'payments-2.4.0 is planned. Its review comes once it is verified.'],
    ],
    anywhere,
  )
})

describe('while it is prepared', () => {
  beforeAll(() => world.at('2026-11-20 17:05'))
  onlyTold([
    ['rm', 'hold', 'Hold it because of what? Like: /release hold refund errors'],
    ['rm', 'cancel', 'Cancel it why? Like: /release cancel merged into 2.5.0'],
    ['dba', 'ready 12 done', 'There is no item 12; the list ends at 9.'],
    [
      'dba',
      'ready done',
      'Which item? I read "done". The number on the card comes first: /release ready 4 done',
    ],
    ['qa-lead', 'ready 6 blocked', 'Blocked by what? Like: /release ready 6 blocked staging is down'],
    [
      'qa-lead',
      'no-go',
      'Why no-go? Your reason is what gets it fixed. Like: /release no-go checkout is red',
    ],
    ['qa-lead', 'go', 'No vote is open; it opens Mon 30 Nov, 15:00.'],
    ['qa-lead', 'start', 'payments-2.4.0 is preparing; it starts after a go.'],
    ['qa-lead', 'open 10%', 'payments-2.4.0 is not started; it opens after: /release start'],
    [
      'qa-lead',
      'rollback',
      'payments-2.4.0 is preparing; there is nothing to roll back. Not started: /release cancel <why>',
    ],
    ['qa-lead', 'verify 3 pass', 'payments-2.4.0 is preparing; its checks begin when everyone has it.'],
    [
      'dba',
      'scope payments-leger 4be77d1',
      'Payments has no component "payments-leger". Did you mean payments-ledger?',
    ],
    [
      'ledger-owner',
      'scope payments-ledger',
      'Which revision of payments-ledger? Like: /release scope payments-ledger 4be77d1',
    ],
    [
      'dba',
      'incident INC-1',
      'payments-2.4.0 is preparing; incidents are tied to a release from its start to its review.',
    ],
  ])
})

describe('while it is decided', () => {
  beforeAll(async () => {
    await world.at('2026-11-30 15:30')
    await does(world, 'rm', (...on) => openRound(...on, { until: null, why: 'staging is back tonight' }))
  })
  onlyTold([
    [
      'qa-lead',
      'no-go',
      'Why no-go? Your reason is what gets it fixed. Like: /release no-go checkout is red',
    ],
    [
      'dba',
      'go for Quality',
      'Only Quality answers this: qa-lead. In the thread your word stands as advice.',
    ],
    ['rm', 'vote cancel', 'Cancel the vote why? Like: /release vote cancel load test is red'],
    ['qa-lead', 'start', 'payments-2.4.0 has an open vote; it starts after a go.'],
  ])
})

describe('while it may go, and while it goes', () => {
  beforeAll(async () => {
    await world.at('2026-11-30 16:00')
    const said = { says: 'go', note: null, roles: null, round: null, reply: null } as const
    for (const handle of ['sec-second', 'qa-lead', 'ops-lead', 'payments-lead'])
      await does(world, handle, (...on) => castBallot(...on, said))
    await deployed(world)
  })
  onlyTold([
    ['qa-lead', 'go', 'No vote is open: go was decided Mon 16:00.'],
    ['rm', 'cancel merged into 2.5.0', 'It is deployed already. Undo it: /release rollback <why>'],
    ['rm', 'move thu 16:00', 'payments-2.4.0 is executing. A target moves only before the start.'],
    ['ops-oncall', 'step 4 failed disk full', 'Step 4 is done.'],
    ['payments-lead', 'step 7 done', 'Step 7 waits for step 6 (payments-lead, since 15:50).'],
    ['payments-lead', 'step 6 done', 'Step 6 is done by opening: /release open 1%'],
    ['payments-lead', 'step 99 done', 'There is no step 99; the list ends at 8.'],
    ['payments-lead', 'open 5%', '5 % is no phase of payments-2.4.0: 1 %, 10 %, everyone.'],
    ['payments-lead', 'open lots', 'To whom? I read "lots". Like: /release open 10%'],
    ['dba', 'ready 4 blocked late', 'payments-2.4.0 is executing: its list is closed.'],
  ])
})

describe('while it is verified', () => {
  beforeAll(async () => {
    await opened(world, 1, '2026-12-01 16:04')
    await opened(world, 10, '2026-12-01 17:05')
    await opened(world, 100, '2026-12-02 15:15')
  })
  onlyTold([
    ['dba', 'verify 9 pass', 'There is no check 9; the list ends at 5.'],
    ['dba', 'verify 4 fial', 'Check 4 passed or failed? I read "fial". Like: /release verify 4 pass'],
    ['dba', 'verify 4 fail', 'Failed how? Like: /release verify 4 fail totals differ by 3'],
    ['dba', 'scope payments-ledger 4be77d1', 'payments-2.4.0 is verifying: its scope is what went out.'],
    ['rm', 'review start', 'payments-2.4.0 is not verified yet: 5 checks are open.'],
    ['dba', 'review 9', 'I read "9". Rate it from 1 to 5, like: /release review 4 good handover'],
    [
      'rm',
      'action size the pool',
      'Who does it? I read "size the pool". Like: /release action size the pool @api-owner tue 15 dec',
    ],
  ])
})

describe('which release is meant', () => {
  beforeAll(async () => {
    const line = '/release new payments 2.5.0 15 jan 16:00'
    await world.as('rm').run(line, { in: anywhere })
  })

  test('is asked, and the button keeps every word', async () => {
    const { first, text } = await typed('dba', 'hold payments refund errors <5ms', anywhere)
    expect(text).toContain('Two releases of payments are in flight. Which?')
    expect(first.buttons).toEqual(['payments-2.4.0', 'payments-2.5.0'])
    await world.as('dba').press(first, 'payments-2.5.0')
    const news = await world.as('reader').waits('#releases', 'payments-2.5.0 is on hold')
    expect(news.text).toContain('"refund errors <5ms"')
  })

  test('is not guessed when a key is wrong; each that there is has a button with the same words', async () => {
    const { first } = await typed('dba', 'hold payments-2.4.1 refund errors', anywhere)
    expect(first.buttons).toEqual(['payments-2.4.0', 'payments-2.5.0'])
  })

  test('is asked when a reason ends with another’s key', async () => {
    const { first, text } = await typed('dba', 'hold same bug as payments-2.5.0')
    expect(text).toContain('Do you mean payments-2.5.0, or is it part of what you say of payments-2.4.0?')
    await world.as('dba').press(first, 'payments-2.4.0')
    const held = await world.as('dba').waits(channel, 'payments-2.4.0 is on hold:')
    expect(held.text).toContain('"same bug as payments-2.5.0"')
  })

  test('a second hold is told the first, and changes nothing', async () => {
    const { text } = await typed('ops-oncall', 'hold INC-483')
    expect(text).toMatch(
      /^payments-2\.4\.0 is on hold already, since .*: dba, "same bug as payments-2\.5\.0"$/,
    )
  })
})
