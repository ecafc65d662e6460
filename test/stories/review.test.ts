import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rollBack } from '../../src/execution/undoing.ts'
import { engines } from '../databases.ts'
import { channel, decided, deployed, does, opened, openLate, planned, verified } from './by-the-rules.ts'
import type { StoryWorld } from './world.ts'

/** From verified to closed and beyond; each chapter goes on where the one before ended. */
describe.each(engines)('reviewing on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await verified(world)
  }, 120_000)
  afterAll(() => world.close())

  const summary = (handle = 'rm') =>
    world.as(handle).waits(channel, (shown) => !shown.ephemeral && shown.text.includes('in review:'))
  const ask = (handle: string) => world.as(handle).waits('@shipshape', /payments-2\.4\.0.*(One tap|of 5)/)
  const says = async (handle: string, command: string) =>
    (await world.as(handle).run(command, { in: channel })).text

  test('only who runs it starts it, from the verification summary or the command', async () => {
    const [rm, qa] = [world.as('rm'), world.as('qa-lead')]
    const card = await qa.waits(channel, (shown) => shown.buttons.includes('Start the review'))
    await qa.press(card, 'Start the review')
    await qa.waits(
      channel,
      (shown) => shown.ephemeral && shown.text.includes('Only rm or an admin starts its review'),
    )
    expect(await says('qa-lead', '/release review')).toContain('It starts tomorrow, 09:00 by itself')

    await rm.press(card, 'Start the review')
    await rm.waits(channel, (shown) => shown.ephemeral && shown.text.includes('has begun: 8 are asked'))
    const posted = await summary()
    expect(posted.text).toContain('shipped, 4 h 15 min late')
    expect(posted.text).toContain('8 of 8 are awaited')
    expect(posted.text).toContain('vote opened with items 1, 2, 3, 4, 5, 6, 7, 8 and 9 undone (rm)')
    expect(posted.pings).toEqual([])
  })

  test('the same stands in the thread of the announcement', async () => {
    const announced = await world.as('reader').waits('#releases', 'payments-2.4.0')
    await world.as('reader').waitsInThread(announced, 'payments-2.4.0 in review')
  })

  test('a rating is one tap in a direct message, changed as long as it is open, and the summary follows', async () => {
    const [rm, support] = [world.as('rm'), world.as('support-lead')]
    await support.press(await ask('support-lead'), '4')
    const answered = await support.waits('@shipshape', 'You rated payments-2.4.0: 4 of 5')
    expect(answered.buttons).toEqual(['Say more…'])
    await rm.waits(channel, '4.0 by 1 of 1 who receive it')

    await support.press(answered, 'Say more…')
    const form = await support.waitsForModal('How was it?')
    await form.fill({
      'How was this release?': '5, great',
      'One sentence': 'Best handover to New York so far',
    })
    await form.submit()
    await rm.waits(channel, '5.0 by 1 of 1 who receive it')
    await rm.waits(channel, '"Best handover to New York so far"')

    expect(await says('rm', '/release review')).toContain('You have not rated it. One tap:')
    expect(await says('rm', '/release review 3 load test belongs before the vote')).toContain(
      'Your 3 of 5 counts',
    )
    await rm.waits(channel, '3.0 by 1 of 5 who did it')
  })

  test('whoever was not asked, and what is no rating, is told so', async () => {
    expect(await says('web-owner', '/release review 1')).toContain(
      'asks those who did it, receive it or use it',
    )
    expect(await says('rm', '/release review 9')).toContain('Rate it from 1 to 5')
    expect(await says('rm', '/release review maybe')).toContain('I read "maybe"')
  })

  test('an action has an owner, who is told, and a date', async () => {
    const api = world.as('api-owner')
    expect(await says('rm', '/release action size the pool by load test tue 15 dec')).toContain(
      'Who does it?',
    )
    expect(await says('rm', '/release action size the pool by load test @api-owner')).toContain('Until when?')
    expect(await says('rm', '/release action size the pool by load test @api-owner 1 dec')).toContain(
      'has passed',
    )
    expect(await says('rm', '/release action size the pool by load test @api-owner tue 15 dec')).toContain(
      'Action 1 of payments-2.4.0: size the pool by load test, api-owner, by Tuesday, December 15th.',
    )
    await api.waits('@shipshape', 'rm gave you action 1 of payments-2.4.0')
    await world.as('rm').waits(channel, '1 size the pool by load test · api-owner · Tuesday, December 15th')

    await world.as('ops-lead').press(await summary('ops-lead'), 'Add action…')
    const form = await world.as('ops-lead').waitsForModal('Add an action')
    await form.fill({ What: 'Load test before the vote', Who: 'rm', Until: '2026-12-01' })
    await form.submit()
    expect(form.errors).toEqual({ Until: expect.stringContaining('has passed') })
    await form.fill({ Until: '2026-12-18' })
    await form.submit()
    await world.as('rm').waits(channel, '2 Load test before the vote · rm · Friday, December 18th')
  })

  test('the full record is one press away, and pages', async () => {
    const rm = world.as('rm')
    await rm.press(await summary(), 'Full record')
    const newest = await rm.waits(channel, (shown) => shown.ephemeral && shown.text.includes('newest first'))
    expect(newest.text).toContain(
      'ops-lead added action 2, Load test before the vote, for rm by Friday, December 18th · form',
    )
    expect(newest.text).toContain('somebody who receives it rated it')
    expect(newest.text).not.toContain('support-lead rated')
    await rm.press(newest, 'Older')
    await rm.waits(channel, (shown) => shown.ephemeral && shown.buttons.includes('Newer'))
  })

  test('it closes at its date with what came, and its actions live on', async () => {
    const api = world.as('api-owner')
    expect(await says('qa-lead', '/release review close')).toContain('Only rm or an admin closes its review')
    expect(await says('rm', '/release review close')).toContain('2 of 8 have rated payments-2.4.0')
    const unrated = await ask('qa-lead')
    await world.at('2026-12-10 10:05')
    await world.as('rm').waits(channel, 'payments-2.4.0 reviewed: shipped, 4 h 15 min late')
    await world.as('qa-lead').waits('@shipshape', 'payments-2.4.0 was reviewed without your word')
    expect(world.as('qa-lead').again(unrated).buttons).toEqual([])
    expect(await says('qa-lead', '/release review 4')).toContain('took ratings until')

    const told = await api.waits('@shipshape', 'rm gave you action 1')
    await api.press(told, 'Done')
    await api.waits('@shipshape', 'Action 1 of payments-2.4.0 is done')
    await world.as('rm').waits(channel, 'Done 1')
    expect(await says('qa-lead', '/release action 2 done')).toContain('Only rm finishes action 2.')
    expect(await says('rm', '/release action')).toContain('payments-2.4.0: 1 action open')
  })
})

describe('reviewing what was rolled back', () => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate('pglite')
    await planned(world)
    await decided(world)
    await deployed(world)
    await opened(world, 1, '2026-12-01 16:04')
    await world.at('2026-12-01 20:31')
  }, 120_000)
  afterAll(() => world.close())

  test('begins at once, without a word, and tells why', async () => {
    await does(world, 'ops-oncall', (...on) => rollBack(...on, 'a refund was paid twice'))
    await world.settled()
    const posted = await world.as('rm').waits(channel, 'payments-2.4.0 in review: rolled back')
    expect(posted.text).toContain('rolled back today, 20:31: "a refund was paid twice"')
    expect(posted.text).toContain('Thanks: ops-oncall rolled it back.')
    await world.as('ops-oncall').waits('@shipshape', 'How was payments-2.4.0? One tap')
  })

  test('ends as rolled back when who runs it closes it', async () => {
    const rm = world.as('rm')
    const question = await rm.run('/release review close', { in: channel })
    expect(question.text).toContain('0 of 9 have rated payments-2.4.0')
    await rm.press(question.first, 'Close it')
    await rm.waits(channel, 'payments-2.4.0 reviewed: rolled back')
    expect((await rm.run('/release review close', { in: channel })).text).toContain('reviewed: rolled back')
  })
})
