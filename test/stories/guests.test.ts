import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unchanged } from './unchanged.ts'
import { openWorld, type StoryWorld } from './world.ts'

const guestsRead = 'Guests read along here; ask somebody of the team to do it.'
let world: StoryWorld
const visitor = () => world.as('visitor')
const says = async (line: string) => (await visitor().run(line, { in: '#releases' })).text
const announcement = () => visitor().waits('#releases', /^payments-2\.4\.0 opens/)

beforeAll(async () => {
  world = await openWorld('postgres', { begins: '2026-11-20 20:00' })
  await world.as('rm').run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await world.as('rm').invite('#releases', 'visitor')
  await world.settled()
})
afterAll(() => world.close())

describe('a guest', () => {
  test('reads how a release stands', async () => {
    expect(await says('/release status payments-2.4.0')).toContain('payments-2.4.0: preparing. 9 of 9 open')
    expect(await says('/release list')).toContain('payments-2.4.0')
  })

  test.each([
    '/release hold payments-2.4.0 refund errors',
    '/release ready payments-2.4.0 1 done',
    '/release scope payments-2.4.0 payments-api 4be77d1',
    '/release move payments-2.4.0 thu 3 dec 16:00',
    '/release new ledger 1.9.0 1 dec 18:00',
    '/release follow payments-2.4.0',
  ])('acts by no command: %s', async (line) => {
    expect(await says(line)).toContain(guestsRead)
  })

  test('acts by no form', async () => {
    await says('/release new')
    const form = await visitor().waitsForModal('Plan a release')
    await form.fill({
      Product: 'Ledger',
      Version: '1.9.0',
      'Opens to first users': '2026-12-08T15:00:00Z',
      'Release manager': 'rm',
    })
    await unchanged(world, () => form.submit())
    expect(form.errors).toEqual({ Product: guestsRead })
    await form.closeAll()
  })

  test('acts by no button', async () => {
    await visitor().press(await announcement(), 'Follow')
    await visitor().waits('#releases', ({ text, ephemeral }) => ephemeral && text.includes(guestsRead))
  })

  test('acts by no shortcut', async () => {
    await visitor().shortcut(await announcement(), 'Add to timeline')
    await visitor().waits('#releases', ({ text, ephemeral }) => ephemeral && text.includes(guestsRead))
  })

  test('has changed nothing', async () => {
    expect(await says('/release timeline payments-2.4.0')).not.toMatch(/visitor/)
  })
})
