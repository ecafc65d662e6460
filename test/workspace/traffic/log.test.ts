import { describe, expect, test } from 'vitest'
import { client, httpApp, workspace } from '../small/start.ts'
import type { ApiCall } from '../traffic.ts'
import type { Workspace } from '../workspace.ts'
import type { TrafficDetails, TrafficNews } from './protocol.ts'

async function ask<T>(slack: Workspace, path: string): Promise<T> {
  // The protocol says what each address answers.
  return (await (await fetch(`${slack.url}/client/traffic${path}`)).json()) as T
}
const news = (slack: Workspace, since = 0) => ask<TrafficNews>(slack, `?since=${since}`)
const details = (slack: Workspace, id = 0) => ask<TrafficDetails>(slack, `/${id}`)

async function lampApp() {
  const slack = await workspace()
  await httpApp(slack, (app) =>
    app.command('/lamp', async ({ ack, respond, body }) => {
      await ack(body.text === 'dark' ? undefined : 'Lit')
      if (body.text === 'dark') await respond('It is dark')
    }),
  )
  return slack
}

describe('the traffic log tells', () => {
  test('what was delivered, by which way, and how it was acknowledged', async () => {
    const slack = await lampApp()
    await slack.as('bo').run('/lamp on', { in: '#pier' })
    const [line] = (await news(slack)).lines
    expect(line).toMatchObject({ sort: 'command', name: '/lamp', by: 'by HTTP', retry: 0, outcome: 'ok' })
    expect(line).toMatchObject({ words: 'acknowledged', gist: 'text on · user bo · channel #pier', size: 3 })
    expect(line?.ms).toBeGreaterThanOrEqual(0)
    expect(await details(slack, line?.id)).toMatchObject({
      sent: { command: '/lamp', token: '…' },
      answered: { ok: true, body: 'Lit' },
    })
  })

  test('what came through a response URL', async () => {
    const slack = await lampApp()
    await slack.as('bo').run('/lamp dark', { in: '#pier', answers: 1 })
    const { lines } = await news(slack)
    expect(lines.find(({ sort }) => sort === 'response')).toMatchObject({
      gist: 'text It is dark',
      outcome: 'ok',
    })
  })

  test('what was called, by whom, and what was refused, without a token', async () => {
    const slack = await workspace()
    const { chat } = client(slack)
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: `see ${slack.botToken}` } }]
    await chat.postMessage({ channel: 'C0PIER', text: 'Hello', blocks })
    await chat.postMessage({ channel: 'C0NOWHERE', text: 'Hello' }).catch(() => {})
    const [said, refused] = (await news(slack)).lines.filter(({ sort }) => sort === 'call')
    expect(said).toMatchObject({
      sort: 'call',
      name: 'chat.postMessage',
      by: 'bot token',
      gist: 'channel #pier · text Hello · blocks [1]',
      words: 'ok',
    })
    expect(refused).toMatchObject({ outcome: 'refused', words: 'channel_not_found' })
    const whole = JSON.stringify([await details(slack, said?.id), said])
    expect(whole).toContain('see xoxb-…')
    expect(whole).not.toContain(slack.botToken)
  })

  test('a delivery that nobody took, and its retries', async () => {
    const slack = await workspace({ retries: [0] })
    await slack.as('bo').say('#pier', 'hello')
    await slack.until(() => slack.traffic.deliveries('message')[1]?.ack)
    const { lines } = await news(slack)
    expect(lines.map(({ retry, by, outcome, words }) => [retry, by, outcome, words])).toEqual([
      [0, 'nobody connected', 'refused', 'dispatch_failed, connection_failed'],
      [1, 'nobody connected', 'refused', 'dispatch_failed, connection_failed'],
    ])
  })
})

describe('whoever looks again', () => {
  test('gets only what is new, and what ended meanwhile', async () => {
    const slack = await workspace()
    const held = Promise.withResolvers<undefined>()
    slack.before('auth.test', () => held.promise)
    const asked = client(slack).auth.test()
    await expect.poll(async () => (await news(slack)).lines).toMatchObject([{ outcome: 'waiting', ms: null }])
    const { revision } = await news(slack)
    expect((await news(slack, revision)).lines).toEqual([])
    held.resolve(undefined)
    await asked
    expect((await news(slack, revision)).lines).toMatchObject([{ name: 'auth.test', outcome: 'ok' }])
  })

  test('reads that an answer was lost on its way, and that it was on purpose', async () => {
    const slack = await workspace()
    slack.faults.nextCall('auth.test', { kind: 'drop_answer' })
    await client(slack, 'xoxb-somebody-else')
      .auth.test()
      .catch(() => {})
    expect((await news(slack)).lines).toMatchObject([
      { by: 'unknown token', outcome: 'refused', words: 'answered, but nobody got it', fault: 'drop_answer' },
    ])
  })

  test('finds as much as is kept when the workspace is told to forget, and the page its own', async () => {
    const slack = await workspace({ keepsTraffic: 3 })
    const { auth } = client(slack)
    for (let call = 1; call <= 5; call++) await auth.test()
    await client(slack).api.test()
    expect(slack.traffic.all).toHaveLength(3)
    expect(slack.calls('auth.test')).toHaveLength(2)
    const { lines } = await news(slack)
    expect(lines.map(({ name }) => name)).toEqual([...Array(5).fill('auth.test'), 'api.test'])
    expect(await details(slack, lines[0]?.id)).toMatchObject({ answered: { ok: true } })
  })

  test('finds the last five hundred', async () => {
    const slack = await workspace()
    const entries = Array.from({ length: 501 }, (_, n) =>
      slack.traffic.begin<ApiCall>({ kind: 'call', method: `m${n}`, args: {}, token: '', at: 0 }),
    )
    const first = entries[0] ?? expect.fail('it began')
    slack.traffic.end(first, { answer: { ok: true } })
    const { lines } = await news(slack)
    expect(lines).toHaveLength(500)
    expect(lines[0]?.name).toBe('m1')
    expect((await fetch(`${slack.url}/client/traffic/1`)).status).toBe(404)
  })
})
