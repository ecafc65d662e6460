import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../databases.ts'
import { channel, decided, deployed, opened, openLate, planned } from './by-the-rules.ts'
import type { StoryWorld } from './world.ts'

const incident = 'https://example.com/incidents/INC-482'

/** From live for everyone to verified; each chapter goes on where the one before ended. */
describe.each(engines)('verifying on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await planned(world)
    await decided(world)
    await deployed(world)
    await opened(world, 1, '2026-12-01 16:04')
    await opened(world, 10, '2026-12-01 17:05')
    await opened(world, 100, '2026-12-02 15:15')
    await world.settled()
  }, 120_000)
  afterAll(() => world.close())

  const says = async (handle: string, command: string) =>
    (await world.as(handle).run(`/release ${command}`, { in: channel })).text
  const sees = async (handle: string, words: string) => {
    await world.settled()
    return world.as(handle).waits(channel, (shown) => !shown.ephemeral && shown.text.includes(words))
  }
  const answer = (handle: string, words: string) =>
    world.as(handle).waits(channel, (shown) => shown.ephemeral && shown.text.includes(words))

  test('each who checks has one message, and passes with a tap; the card follows', async () => {
    expect((await sees('rm', 'payments-2.4.0 is live, 5 of 5 checks open')).pings).toEqual([])
    const qa = world.as('qa-lead')
    const mine = await qa.waits('@shipshape', 'payments-2.4.0 is live for everyone. 1 check is yours')
    await qa.press(mine, 'Pass', { beside: '1 Main journey' })
    await qa.waits('@shipshape', 'nothing of yours is left to check')
    expect(qa.again(mine).buttons).toEqual([])
    await sees('rm', 'payments-2.4.0 is live, 4 of 5 checks open')
  })

  test('the wrong person, number and word are told so, and a failure wants a reason', async () => {
    expect(await says('qa-lead', 'verify 4 pass')).toContain('Only Data answers check 4: dba, rm.')
    expect(await says('dba', 'verify 9 pass')).toContain('There is no check 9; the list ends at 5.')
    expect(await says('dba', 'verify 4 fail')).toContain('Failed how?')
    expect(await says('dba', 'verify 4 maybe')).toContain('I read "maybe"')
    expect(await says('rm', 'verify')).toContain('payments-2.4.0 is live, 4 of 5 checks open')
  })

  test('an incident is tied by its link, and asked about', async () => {
    const oncall = world.as('ops-oncall')
    const told = await oncall.run(`/release incident ${incident} 214 refunds late, all paid`, { in: channel })
    expect(told.text).toContain('Did this release cause it?')
    await oncall.press(told.first, 'Yes')
    await oncall.press(await answer('ops-oncall', 'INC-482, this release'), 'Times, note…')
    const form = await oncall.waitsForModal('Incident')
    await form.fill({ Began: '2026-12-01T19:15:00Z', Ended: '2026-12-01T18:00:00Z' })
    await form.submit()
    expect(form.errors).toEqual({ Ended: 'It cannot end before it began.' })
    await form.fill({ Ended: '2026-12-01T20:08:00Z' })
    await form.submit()
    await sees('rm', 'INC-482, this release: 53 min, 10 % of users, 214 refunds late, all paid')
    expect(await says('rm', 'incident')).toContain('INC-482, this release: 53 min')
  })

  test('a required check that failed asks the release manager: fix forward or roll back?', async () => {
    const dba = world.as('dba')
    await dba.press(await dba.waits('@shipshape', '1 check is yours'), 'Fail…')
    const failing = await dba.waitsForModal('A check failed')
    await failing.fill({ 'Which one?': '4 Totals agree', 'What is wrong?': 'ledger totals differ by 3' })
    await failing.submit()
    const notice = await sees('rm', 'payments-2.4.0: check 4 failed, ledger totals differ by 3.')
    expect(notice.pings).toEqual(['rm'])
    await sees('rm', 'payments-2.4.0 is live, check 4 failed, 3 of 5 checks open')

    await world.as('rm').press(notice, 'Fix forward…')
    const form = await world.as('rm').waitsForModal('Fix forward')
    await form.fill({ 'What is fixed?': 'count refunds once' })
    await form.submit()
    await sees('rm', 'payments-2.4.0 is being fixed forward')
    await sees('rm', 'step 9 of 9, fix forward: count refunds once')
    expect(world.as('rm').again(notice).buttons).toEqual([])
    expect(await says('rm', 'step 9 done')).toContain('9 done')
    await sees('rm', 'payments-2.4.0 is live, 4 of 5 checks open')
  })

  test('with the last check it is verified, and the summary says what was found', async () => {
    expect(await says('support-lead', 'verify 3 pass 11 about the old refund text')).toContain(
      '3 passed. 3 of 5 checks open.',
    )
    await says('ops-lead', 'verify 2 pass')
    await says('dba', 'verify 4 pass')
    expect(await says('payments-lead', 'verify 5 fail two authors were away')).toContain(
      'it stands as a note. payments-2.4.0 is verified.',
    )
    const summary = await sees('rm', 'payments-2.4.0 is verified, with two notes')
    expect(summary.text).toContain('Note 3 Support tickets · support-lead: "11 about the old refund text"')
    expect(summary.text).toContain('Running what was voted')
    expect(summary.buttons).toEqual(['Start the review', 'Report a problem…'])
    expect(summary.pings).toEqual([])
  })

  test('what comes to light afterwards is still reported', async () => {
    const summary = await sees('support-lead', 'payments-2.4.0 is verified, with two notes')
    await world.as('support-lead').press(summary, 'Report a problem…')
    const form = await world.as('support-lead').waitsForModal('Incident')
    await form.fill({ Incident: 'INC-490', 'Was it': 'not this release' })
    await form.submit()
    await sees('rm', 'INC-490, not this release')
  })
})
