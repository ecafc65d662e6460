import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
const refusal = 'Guests read along here; ask somebody of the team to do it.'
let world: StoryWorld
const nils = () => world.as('nils')
const told = (words: string) =>
  nils().waits(channel, ({ text, ephemeral }) => ephemeral && text.includes(words))
const refusals = () =>
  nils()
    .sees(channel)
    .filter(({ text, ephemeral }) => ephemeral && text.includes(refusal)).length
const refused = (times: number) => world.slack.until(() => refusals() === times)
const card = () => nils().waits(channel, /^Vote on payments-2\.4\.0/)

/** The release's channel is shared with another workspace, whose Nils is in it, and its vote is open. */
beforeAll(async () => {
  world = await openWorld('postgres', { begins: '2026-11-20 20:00' })
  const rm = world.as('rm')
  await rm.run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await world.settled()
  world.slack.admin.welcome({ handle: 'nils', name: 'Nils Berg', zone: 'Europe/Oslo', team: 'T0FJORD' })
  await rm.invite(channel, 'nils')
  await rm.run('/release vote open because it is urgent', { in: channel })
  await (await rm.waitsForModal('Open the vote')).submit()
  await world.settled()
})
afterAll(() => world.close())

describe('somebody of another workspace', () => {
  test('reads the cards, and how it stands when they ask', async () => {
    expect((await card()).text).toContain('Security, Quality, Operations and Product are awaited')
    await nils().say(channel, '@shipshape status')
    await told('payments-2.4.0: deciding')
    await nils().say(channel, '@shipshape list')
    await told('1 release')
  })

  test('acts by no button', async () => {
    await nils().press(await card(), 'Go')
    await refused(1)
  })

  test('acts by no mention', async () => {
    await nils().say(channel, '@shipshape hold refund errors')
    const offer = await told('A mention shows things and changes nothing.')
    await nils().press(offer, 'hold')
    await refused(2)
  })

  test('votes by no reply', async () => {
    const before = await card()
    await nils().say(channel, 'no-go, it is red', { thread: before })
    await nils().waitsInThread(before, refusal)
    const after = await card()
    expect(after.text).toBe(before.text)
    expect(after.text).not.toContain('Nils')
  })

  test('has changed nothing', async () => {
    const { text } = await world.as('rm').run('/release timeline', { in: channel })
    expect(text).not.toMatch(/Nils|somebody|hold/i)
  })
})
