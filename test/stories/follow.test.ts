import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../databases.ts'
import { decided, deployed, opened, openLate, planned } from './by-the-rules.ts'
import type { StoryWorld } from './world.ts'

/** A release as Finance hears of it, without joining its channel. */
describe.each(engines)('following a release on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await planned(world)
  })
  afterAll(() => world.close())

  const hears = (words: string) => world.as('reader').waits('@shipshape', words)
  const pings = () => world.as('reader').pings()
  const announcement = () => world.as('reader').waits('#releases', 'Run by rm')
  const private_ = (words: string) =>
    world.as('reader').waits('#releases', (shown) => shown.ephemeral && shown.text.includes(words))

  test('begins and ends with a tap on the announcement', async () => {
    const reader = world.as('reader')
    await reader.press(await announcement(), 'Follow')
    const receipt = await private_('You follow payments-2.4.0: a message when it is decided')
    await reader.press(receipt, 'Unfollow')
    await private_('You do not follow payments-2.4.0.')
    expect(await reader.run('/release follow payments-2.4.0', { in: '#releases' })).toMatchObject({
      text: expect.stringContaining('You follow payments-2.4.0'),
    })
  })

  test('tells the decision, once', async () => {
    await decided(world)
    await world.settled()
    const told = await hears('Go for payments-2.4.0: 4 of 4. It opens')
    expect(told.buttons).toEqual(['Unfollow'])
    expect(pings()).toHaveLength(1)
  })

  test('tells trouble', async () => {
    await deployed(world)
    await opened(world, 1, '2026-12-01 16:04')
    await world.settled()
    expect(pings()).toHaveLength(1)
    await world.as('ops-oncall').run('/release hold payments-2.4.0 refund errors', { in: '#releases' })
    await hears('payments-2.4.0 is on hold: ops-oncall, "refund errors"')
    await world.as('rm').run('/release resume payments-2.4.0', { in: '#releases' })
  })

  test('tells when everyone has it, and nothing after that', async () => {
    await opened(world, 10, '2026-12-01 17:30')
    await opened(world, 100, '2026-12-02 15:15')
    await world.settled()
    const live = await hears('payments-2.4.0 is live for everyone since')
    await world.as('reader').press(live, 'Unfollow')
    await world.as('ops-oncall').run('/release hold payments-2.4.0 again', { in: '#releases' })
    await world.settled()
    expect(pings().map(({ fallback }) => fallback.split(':')[0])).toEqual([
      'Go for payments-2.4.0',
      'payments-2.4.0 is on hold',
      expect.stringContaining('payments-2.4.0 is live for everyone'),
    ])
  })
})
