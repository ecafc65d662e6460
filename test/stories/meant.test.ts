import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
let world: StoryWorld

beforeAll(async () => {
  world = await openWorld('postgres', { begins: '2026-11-23 10:00' })
  const rm = world.as('rm')
  await rm.run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await rm.run('/release new ledger 1.9.0 4 dec 16:00', { in: '#releases' })
  await world.settled()
})
afterAll(() => world.close())

const shown = async (text: string, place: `#${string}` = '#releases') =>
  (await world.as('rm').run(text, { in: place })).text

describe('which release a command means', () => {
  test.each([
    '/release status payments-2.4.0',
    '/release status Payments',
    '/release payments',
    '/release PAYMENTS-2.4.0',
    '/release status Payments 2.4.0',
    '/release payments 2.4.0 status',
    '/release payments 2.4.0',
  ])('%s, from anywhere', async (text) => {
    expect(await shown(text)).toContain('payments-2.4.0: preparing')
  })

  test('its channel means it without a word', async () => {
    expect(await shown('/release status', channel)).toContain('payments-2.4.0: preparing')
  })

  test('in a release’s channel another’s key means that other', async () => {
    expect(await shown('/release status ledger-1.9.0', channel)).toContain('ledger-1.9.0: planned')
  })

  test('several in flight are asked about, each with a button that does it', async () => {
    const rm = world.as('rm')
    const which = await rm.run('/release status', { in: '#releases' })
    expect(which.text).toContain('Two releases are in flight. Which?')
    await rm.press(which.first, 'ledger-1.9.0')
    await rm.waits('#releases', 'ledger-1.9.0: planned')
  })

  test('a reason keeps its last word, also when that is a product', async () => {
    expect(await shown('/release hold refund errors in payments', channel)).toMatch(/on hold/i)
    expect((await world.as('rm').waits(channel, 'is on hold:')).text).toContain('"refund errors in payments"')
  })

  test('and its first', async () => {
    await shown('/release resume', channel)
    await shown('/release hold payments are failing', channel)
    expect((await world.as('rm').waits(channel, '"payments are failing"')).text).toContain('on hold')
  })
})
