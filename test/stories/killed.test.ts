import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Place } from '../workspace/person/place.ts'
import type { ApiCall } from '../workspace/traffic.ts'
import { channel, openProcess, type ProcessStage, without } from './process-stage.ts'

let stage: ProcessStage

const saying = (words: string) => (call: ApiCall) => JSON.stringify(call.args).includes(words)
const run = (words: string) => stage.slack.as('rm').run(`/release ${words}`, { in: '#releases' })

/** Where Slack has made the release's channel, and nobody has noted it; then where it shows the channel's first card. */
async function killedOverChannelAndCard() {
  const made = stage.slack.hold('conversations.create', 'after work', saying('rel-payments'))
  const said = stage.slack.hold('chat.postMessage', 'after work', saying('is not ready'))
  await run('new payments 2.4.0 1 dec 16:00 because refunds the same day')
  await made.reached
  await stage.killed('after conversations.create did its work')
  await said.reached
  await stage.killed('after a post, before it is saved')
}

/** Where a command is committed, Slack waits to hear so, and the card that follows from it is being drawn. */
async function killedOverAck() {
  const drawn = stage.slack.hold('chat.update', 'before work', saying(onHold))
  const { held } = await stage.holdAcks()
  const answered = run('hold payments-2.4.0 refund errors').catch((trouble) => trouble)
  await Promise.all([held, drawn.reached])
  await stage.killed('between commit and ack, while a card is drawn')
  await answered
}

/** Where a mention is kept that Slack will deliver again, and some have heard of their morning, one of them unnoted. */
async function killedInTheMorning() {
  const { held } = await stage.holdAcks()
  await stage.slack.as('qa-lead').say('#releases', '@shipshape list')
  await held
  const said = stage.slack.hold('chat.postMessage', 'after work', saying('of yours'))
  await stage.at('2026-11-27 09:00')
  await said.reached
  await stage.killed('in the middle of a reminder tick, with an event unacknowledged')
}

const onHold = 'payments-2.4.0: on hold'
const channels = () =>
  [...stage.slack.world.channels.values()].filter(({ name }) => name.startsWith('rel-payments')).length
const shown = (handle: string, place: Place, words: string) =>
  stage.slack
    .as(handle)
    .sees(place)
    .filter(({ text, ephemeral }) => !ephemeral && text.includes(words)).length
/** How often the release was held, which was asked for once and then once again for want of an answer. */
const heldAgain = async () => {
  expect((await run('hold payments-2.4.0 refund errors')).text).toMatch(/on hold/i)
  return (await run('timeline payments-2.4.0')).text.split('refund errors').length - 1
}
const allIsDrawn = () =>
  vi.waitFor(async () => expect(await stage.database.db.execute(waitingDraws)).toHaveLength(0), {
    timeout: 60_000,
  })
const waitingDraws = sql`select 1 from pgboss.job where name like 'draw.%' and state < 'completed'`
/** How many messages about that morning each of them has. */
const mornings = () =>
  ['dba', 'qa-lead', 'ledger-owner', 'web-owner'].map((handle) => shown(handle, '@shipshape', 'of yours'))
const answers = () => stage.slack.calls('chat.postEphemeral').length

describe('killed in the middle of something', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    stage = await openProcess()
  })
  afterAll(() => stage.close())

  test('its channel and its first card are made once', async () => {
    await killedOverChannelAndCard()
    await stage.sees('rm', 'is not ready')
    await allIsDrawn()
    expect([channels(), shown('rm', channel, 'is not ready')]).toEqual([1, 1])
  })

  test('what was committed and not acknowledged is shown, and said again it is still once', async () => {
    await killedOverAck()
    await stage.sees('rm', onHold)
    expect(await heldAgain()).toBe(1)
    await run('resume payments-2.4.0')
  })

  test('everybody is reminded once, and an event that comes again is answered once', async () => {
    await killedInTheMorning()
    await stage.slack.until(() => answers() > 0 && mornings().every((count) => count > 0), 60_000)
    await stage.at('2026-11-27 09:30')
    expect([answers(), ...mornings()]).toEqual([1, 1, 1, 1, 1])
  })
})

describe('without its guards', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    stage = await openProcess(without('search-off.ts', 'same-off.ts', 'twice-off.ts', 'drawn-off.ts'))
  })
  afterAll(() => stage.close())

  test('its channel and its first card are made twice', async () => {
    await killedOverChannelAndCard()
    const second = `${channel}-2` as const
    await stage.slack.until(() => channels() === 2 && shown('rm', second, 'is not ready') === 2, 60_000)
  })

  test('what was committed is not shown, and said again it is twice', async () => {
    await killedOverAck()
    await allIsDrawn()
    expect(shown('rm', `${channel}-2`, onHold)).toBe(0)
    expect(await heldAgain()).toBe(2)
    await run('resume payments-2.4.0')
  })

  test('a reminder and an answer come again', async () => {
    await killedInTheMorning()
    await stage.slack.until(() => answers() === 2 && mornings().includes(2), 60_000)
  })
})
