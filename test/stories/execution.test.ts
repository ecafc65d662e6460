import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../databases.ts'
import type { Shown } from '../workspace/person/shown.ts'
import { channel, decided, deployed, opened, openLate, planned } from './by-the-rules.ts'
import type { StoryWorld } from './world.ts'

const seenBy = async (world: StoryWorld, handle: string, words: string | RegExp) => {
  await world.settled()
  return world.as(handle).waits(channel, (shown) => !shown.ephemeral && matches(words, shown))
}
const matches = (words: string | RegExp, { text }: Shown) =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

/** From the go to live for everyone; each chapter goes on where the one before ended. */
describe.each(engines)('executing on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await planned(world)
    await decided(world)
    await world.at('2026-12-01 15:00')
  }, 120_000)
  afterAll(() => world.close())

  const says = async (handle: string, command: string) =>
    (await world.as(handle).run(`/release ${command}`, { in: channel })).text
  const sees = (handle: string, words: string | RegExp) => seenBy(world, handle, words)
  const card = (handle: string) => sees(handle, 'Way back: ')
  const answer = (handle: string, words: string) =>
    world.as(handle).waits(channel, (shown) => shown.ephemeral && shown.text.includes(words))
  const inThread = async (handle: string, words: string) =>
    world.as(handle).waitsInThread(await card(handle), words)

  test('the start belongs to who runs it, is asked once, and pings the owner of the first step', async () => {
    expect(await says('ops-oncall', 'start')).toContain('Only rm or an admin starts it.')
    expect(await says('ops-oncall', 'step')).toContain('steps 3 and 4 are yours')
    const rm = world.as('rm')
    const question = await rm.run('/release start', { in: channel })
    expect(question.text).toContain('8 steps; the first, Tell support, begins now.')
    await rm.press(question.first, 'Start it')
    await answer('rm', 'is started. support-lead has step 1.')

    expect((await card('rm')).text).toContain('payments-2.4.0: step 1 of 8, tell support')
    expect((await card('rm')).pings).toEqual([])
    expect((await inThread('support-lead', '1 Tell support is yours now')).pings).toEqual(['support-lead'])
  })

  test('done hands over to the next, whose owner is pinged once', async () => {
    const support = world.as('support-lead')
    await support.press(await inThread('support-lead', '1 Tell support is yours'), '1 done')
    expect((await inThread('dba', '2 Migrate the data is yours')).pings).toEqual(['dba'])
    expect((await inThread('dba', '1 Tell support: done')).buttons).toEqual([])

    await world.at('2026-12-01 15:24')
    expect(await says('dba', 'step 2 done copied in 19 min')).toMatch(/2 done .*ops-oncall has step 3\./)
    expect(await says('ops-oncall', 'step 3 done')).toContain('ops-oncall has step 4.')
    expect((await card('rm')).text).toContain('4 min over')
    expect(await says('ops-oncall', 'step 3 done')).toContain('3 done')
  })

  test('the wrong person, the wrong order and a wrong number are told so, and nothing moves', async () => {
    expect(await says('web-owner', 'step 4 done')).toContain('Only ops-oncall or rm finishes step 4.')
    expect(await says('web-owner', 'step 5 done')).toContain(
      'Step 5 waits for step 4 (ops-oncall, since 15:24).',
    )
    expect(await says('web-owner', 'step 12 done')).toContain('There is no step 12; the list ends at 8.')
    expect(await says('ops-oncall', 'step 4 failed')).toContain('Failed how?')
    expect((await card('rm')).text).toContain('step 4 of 8')
  })

  test('a failed step asks the release manager in the thread, and is tried again', async () => {
    const oncall = world.as('ops-oncall')
    await oncall.press(await card('ops-oncall'), '4 failed…')
    const form = await oncall.waitsForModal('Step 4 failed')
    await form.fill({ 'What went wrong?': 'disk full' })
    await form.submit()
    const asked = await inThread('rm', 'step 4 failed, disk full.')
    expect(asked.pings).toEqual(['rm'])
    expect((await card('rm')).text).toContain('step 4 of 8 failed, deploy payments-api')

    await world.as('rm').press(asked, 'Try 4 again')
    await answer('rm', '4 goes on.')
    expect(await says('ops-oncall', 'step 4 done')).toContain('web-owner has step 5.')
  })

  test('a hold stops it for everyone, until who runs it resumes', async () => {
    await says('qa-lead', 'hold refund errors')
    expect(await says('web-owner', 'step 5 done')).toContain('On hold since 15:24, qa-lead.')
    const held = await card('rm')
    expect(held.buttons).toEqual(['Resume', 'Roll back…'])
    await world.as('rm').press(held, 'Resume')
    await world.at('2026-12-01 15:40')
    expect(await says('web-owner', 'step 5 done')).toContain('payments-lead has step 6.')
  })

  test('it opens at the target, by its owner; earlier only when that is said twice', async () => {
    const lead = world.as('payments-lead')
    const early = await lead.run('/release open 1%', { in: channel })
    expect(early.text).toContain('It will be noted as opened early.')
    await lead.press(early.first, 'Keep')
    await answer('payments-lead', 'Nothing was changed.')
    expect((await card('rm')).text).toContain('Open to nobody')

    await world.at('2026-12-01 16:00')
    const ask = await inThread('payments-lead', 'everything before it is done. Open to 1 %?')
    expect(ask.pings).toEqual(['payments-lead'])
    await lead.press(ask, 'Open to 1 %')
    await answer('payments-lead', 'Open to 1 % since')
    expect(await says('ops-oncall', 'open 10%')).toContain('Only payments-lead or rm opens it to 10 %.')
    expect(await says('payments-lead', 'open 50%')).toContain(
      '50 % is no phase of payments-2.4.0: 1 %, 10 %, everyone.',
    )
    await world.as('reader').waits('#releases', 'payments-2.4.0 is open to 1 %')

    await world.at('2026-12-01 17:05')
    await lead.press(
      await inThread('payments-lead', '1 % was watched for 1 h. Open to 10 %?'),
      'Open to 10 %',
    )
    expect((await card('rm')).text).toContain('payments-2.4.0 is open to 10 %')
  })

  test('narrowing is never asked about; it is told anew, and asks the release manager', async () => {
    await world.at('2026-12-01 20:15')
    expect(await says('ops-oncall', 'open 1% INC-482, refund errors 2.3 %')).toMatch(
      /Open to 1 % since .*, was 10 %\. rm knows\./,
    )
    const notice = await sees('rm', 'payments-2.4.0 narrowed to 1 %: INC-482, refund errors 2.3 %.')
    expect(notice.pings).toEqual(['rm'])
    expect(notice.buttons).toEqual(['Fix forward…', 'Roll back…', 'Not this release…'])
    expect((await card('rm')).text).toContain('Now 7 Open to 10 %')

    await world.as('rm').press(notice, 'Fix forward…')
    const form = await world.as('rm').waitsForModal('Fix forward')
    await form.fill({ 'What is fixed?': 'size the pool' })
    await form.submit()
    expect((await card('rm')).text).toContain('step 9 of 9, fix forward: size the pool')
    expect(await says('payments-lead', 'open next')).toContain('Step 7 waits for step 9')
    await says('rm', 'step 9 done')
  })

  test('opening early is noted, and live for everyone is told to all', async () => {
    await world.at('2026-12-01 21:20')
    const lead = world.as('payments-lead')
    await lead.press(
      await inThread('payments-lead', '1 % was watched for 1 h. Open to 10 %?'),
      'Open to 10 %',
    )
    const early = await lead.run('/release open everyone', { in: channel })
    expect(early.text).toContain('10 % is watched until')
    await lead.press(early.first, 'Open to everyone')
    await answer('payments-lead', 'Live for everyone since')

    expect((await sees('rm', 'payments-2.4.0 is live for everyone since')).pings).toEqual([])
    await world.as('reader').waits('#releases', 'payments-2.4.0 is live for everyone since')
    expect(await says('rm', 'timeline')).toContain('opened it to everyone, earlier than planned')
  })
})

describe.each(engines)('rolling back on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await planned(world)
    await decided(world)
    await deployed(world)
    await opened(world, 1, '2026-12-01 16:04')
  }, 120_000)
  afterAll(() => world.close())

  test('says what it undoes first, is open to everyone with a part, and ends the execution', async () => {
    const reader = await world
      .as('reader')
      .run('/release rollback payments-2.4.0 looks odd', { in: '#releases' })
    expect(reader.text).toContain('Only people with a part in it roll back a release.')

    const oncall = world.as('ops-oncall')
    expect((await oncall.run('/release rollback', { in: channel })).text).toContain(
      'Undoes payments-ledger, payments-api, checkout-web. 1 % of users lose it.',
    )
    const question = await oncall.run('/release rollback a refund was paid twice', { in: channel })
    await oncall.press(question.first, 'Roll back')
    await oncall.waits(channel, (shown) => shown.ephemeral && shown.text.includes('is rolled back.'))

    const notice = await seenBy(world, 'rm', 'Take back payments-ledger, payments-api, checkout-web')
    expect(notice.text).toMatch(/was rolled back .*: a refund was paid twice/)
    expect(notice.text).toContain('Open to nobody, was 1 %')
    const card = await seenBy(world, 'rm', 'Taken back payments-ledger, payments-api, checkout-web')
    expect(card.buttons).toEqual([])
    const late = await oncall.run('/release open 1%', { in: channel })
    expect(late.text).toContain('payments-2.4.0 is reviewing; nothing is opened any more.')
  })
})
