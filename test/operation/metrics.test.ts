import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breakDown, pressable, refuse, said } from '../slack/echo.ts'
import { type EchoWorld, openEcho } from '../slack/echo-world.ts'

let world: EchoWorld
beforeAll(async () => {
  world = await openEcho()
})
afterAll(() => world.close())

const get = (path: string) => fetch(`http://127.0.0.1:${world.app.port}${path}`)

/** The value of a series, whatever the order of its labels; null when there is none. */
async function metric(name: string, labels: Record<string, string>): Promise<number | null> {
  const lines = (await (await get('/metrics')).text()).split('\n')
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  const line = lines.find((one) => one.startsWith(`${name}{`) && wanted.every((label) => one.includes(label)))
  return line ? Number(line.split(' ').at(-1)) : null
}

describe('what is counted', () => {
  test('acts by name and outcome, and never a word that people made up', async () => {
    const rm = world.as('rm')
    world.answers(() => said('Fine'))
    await rm.run('/release status', { in: '#general' })
    world.answers(refuse('Not now'))
    await rm.run('/release stop it', { in: '#general' })
    world.answers(breakDown)
    await rm.run('/release -1 it', { in: '#general' })
    await rm.run('/release hunter2', { in: '#general' })
    expect(await metric('shipshape_acts_total', { act: 'command status', outcome: 'done' })).toBe(1)
    expect(await metric('shipshape_acts_total', { act: 'command hold', outcome: 'refused' })).toBe(1)
    expect(await metric('shipshape_acts_total', { act: 'command no-go', outcome: 'failed' })).toBe(1)
    expect(await metric('shipshape_acts_total', { act: 'command other', outcome: 'refused' })).toBe(1)
    expect(await (await get('/metrics')).text()).not.toContain('hunter2')
  })

  test('acknowledgements by door', async () => {
    const rm = world.as('rm')
    const before = (await metric('shipshape_ack_seconds_count', { door: 'command' })) ?? 0
    world.answers(() => pressable())
    await rm.run('/release status', { in: '#general' })
    await rm.press(await rm.waits('#general', 'Press'), 'One')
    expect(await metric('shipshape_ack_seconds_count', { door: 'command' })).toBe(before + 1)
    expect(await metric('shipshape_ack_seconds_count', { door: 'button' })).toBe(1)
  })

  test('what a mention asked, when its job is done', async () => {
    world.answers(() => undefined)
    await world.as('rm').say('#releases', '@shipshape hello')
    await world.settled()
    expect(await metric('shipshape_acts_total', { act: 'event app_mention', outcome: 'done' })).toBe(1)
    expect(await metric('shipshape_queue_waiting', { queue: 'slack-event' })).toBe(0)
    expect(await metric('shipshape_queue_oldest_seconds', { queue: 'slack-event' })).toBe(0)
  })

  test('calls of Slack, and refusals in its own word', async () => {
    const { web } = world.app.ctx.slack
    const refused = web.conversations.info({ channel: 'C404' })
    await expect(refused).rejects.toThrow('channel_not_found')
    const labels = { method: 'conversations.info' }
    expect(await metric('shipshape_slack_calls_total', { ...labels, outcome: 'refused' })).toBe(1)
    expect(await metric('shipshape_slack_refusals_total', { ...labels, error: 'channel_not_found' })).toBe(1)
    expect(await metric('shipshape_slack_calls_total', { method: 'auth.test', outcome: 'ok' })).toBe(1)
  })
})

test('it is not ready while Slack does not take its token, and finds out by itself that it does again', async () => {
  const { web } = world.app.ctx.slack
  const revoked = world.slack.before('auth.test', () => ({ body: { ok: false, error: 'token_revoked' } }))
  expect(await (await get('/readyz')).json()).toMatchObject({ slack: true })
  await expect(web.auth.test()).rejects.toThrow('token_revoked')
  const answer = await get('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ database: true, queue: true, slack: false, accepting: true })
  revoked()
  world.clock.advance(30_000)
  expect((await get('/readyz')).status).toBe(200)
})
