import { describe, expect, test } from 'vitest'
import { client, socketApp, workspace } from './small/start.ts'
import type { Workspace } from './workspace.ts'

describe('Socket Mode', () => {
  test('carries commands, presses and events, and their answers', async () => {
    const slack = await workspace()
    await socketApp(slack, (app) => {
      app.command('/lamp', async ({ ack, command }) => ack(`The lamp is ${command.text}`))
      app.action('go', async ({ ack, respond }) => {
        await ack()
        await respond({ text: 'Lit', replace_original: true })
      })
      app.message('hello', async ({ say }) => {
        await say('Hello yourself')
      })
    })
    const ada = slack.as('ada')
    expect((await ada.run('/lamp on', { in: '#pier' })).text).toBe('The lamp is on')
    const button = {
      type: 'button' as const,
      action_id: 'go',
      text: { type: 'plain_text' as const, text: 'Go' },
    }
    const blocks = [{ type: 'actions' as const, elements: [button] }]
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Card', blocks })
    await ada.press(await ada.waits('#pier', 'Card'), 'Go')
    await ada.waits('#pier', 'Lit')
    await ada.say('#pier', 'hello')
    await ada.waits('#pier', 'Hello yourself')
    expect(slack.traffic.deliveries().every((delivery) => delivery.by === 'socket')).toBe(true)
  })

  test('★ gives each envelope to exactly one of several connections', async () => {
    const slack = await workspace()
    const heard: string[] = []
    for (const name of ['first', 'second']) {
      await socketApp(slack, (app) => {
        app.command('/lamp', async ({ ack }) => {
          heard.push(name)
          await ack()
        })
      })
    }
    for (let time = 1; time <= 4; time++) await slack.as('ada').run('/lamp', { in: '#pier' })
    expect(heard.toSorted()).toEqual(['first', 'first', 'second', 'second'])
  })

  test('ends what nobody acknowledges with operation_timeout', async () => {
    const slack = await workspace({ acksWithin: 100 })
    await socketApp(slack, () => {})
    const answer = await slack.as('ada').run('/lamp', { in: '#pier' })
    expect(answer.text).toBe('/lamp failed with the error "operation_timeout"')
  })

  test('says that nothing is there when no app is', async () => {
    const slack = await workspace()
    const answer = await slack.as('ada').run('/lamp', { in: '#pier' })
    expect(answer.text).toBe('/lamp failed with the error "dispatch_failed"')
  })

  test('needs the app-level token, and each address opens once', async () => {
    const slack = await workspace()
    await expect(client(slack).apps.connections.open({})).rejects.toThrow('not_allowed_token_type')
    const { url = '' } = await client(slack, slack.appToken).apps.connections.open({})
    const connect = () => {
      const { promise, resolve } = Promise.withResolvers<string>()
      const socket = new WebSocket(url)
      socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)).type)
      socket.onerror = () => resolve('refused')
      return promise
    }
    expect(await connect()).toBe('hello')
    expect(await connect()).toBe('refused')
  })

  test('is left for the request URL as soon as there is one', async () => {
    const slack = await workspace()
    await socketApp(slack, (app) => {
      app.command('/lamp', async ({ ack }) => ack('by socket'))
    })
    slack.deliverTo('http://127.0.0.1:9/')
    const answer = await slack.as('ada').run('/lamp', { in: '#pier' })
    expect(answer.text).toContain('dispatch_failed')
    slack.deliverTo(null)
    expect((await slack.as('ada').run('/lamp', { in: '#pier' })).text).toBe('by socket')
  })
})

describe('a connection', () => {
  /** A bare connection; what the workspace says on it is kept. */
  async function connected(slack: Workspace, more = '') {
    const { url = '' } = await client(slack, slack.appToken).apps.connections.open({})
    const said: Record<string, unknown>[] = []
    const socket = new WebSocket(url + more)
    socket.onmessage = ({ data }) => {
      said.push(JSON.parse(String(data)))
      slack.world.changed()
    }
    await slack.until(() => said.length > 0)
    const reasons = () => said.flatMap((one) => (one.type === 'disconnect' ? [one.reason] : []))
    return { socket, said, reasons }
  }

  test('is greeted with how many there are and how long it lives', async () => {
    const slack = await workspace()
    const [first, second] = [await connected(slack), await connected(slack, '&debug_reconnects=true')]
    expect([first.said[0], second.said[0]]).toMatchObject([
      { type: 'hello', num_connections: 1, debug_info: { approximate_connection_time: 3600 } },
      { type: 'hello', num_connections: 2, debug_info: { approximate_connection_time: 360 } },
    ])
  })

  test('is warned, asked to go when its time is over, and then closed', async () => {
    const slack = await workspace({ socketLives: 50 })
    const { socket, reasons } = await connected(slack)
    const closed = Promise.withResolvers<void>()
    socket.onclose = () => closed.resolve()
    await closed.promise
    expect(reasons()).toEqual(['warning', 'refresh_requested'])
  })

  test('that was asked to go gets nothing more, though others do', async () => {
    const slack = await workspace()
    const going = await connected(slack)
    slack.disconnect('refresh_requested')
    const staying = await connected(slack)
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => staying.said.length === 2)
    expect(going.said.map((one) => one.type)).toEqual(['hello', 'disconnect'])
    expect(staying.said[1]).toMatchObject({ type: 'events_api', accepts_response_payload: false })
  })

  test('that is only warned still serves', async () => {
    const slack = await workspace()
    const { said } = await connected(slack)
    slack.disconnect('warning')
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => said.some((one) => one.type === 'events_api'))
  })

  test('that says what is no acknowledgement harms nobody', async () => {
    const slack = await workspace()
    const { socket } = await connected(slack)
    for (const nonsense of ['not json', '{}', '{"envelope_id":"unknown"}']) socket.send(nonsense)
    const { said } = await connected(slack)
    expect(said[0]).toMatchObject({ type: 'hello' })
  })

  test('is one too many as the eleventh', async () => {
    const slack = await workspace()
    const app = client(slack, slack.appToken)
    const { url: spare = '' } = await app.apps.connections.open({})
    for (let n = 1; n <= 10; n++) await connected(slack)
    await expect(app.apps.connections.open({})).rejects.toThrow('too_many_websockets')
    const said = Promise.withResolvers<unknown>()
    new WebSocket(spare).onmessage = ({ data }) => said.resolve(JSON.parse(String(data)))
    expect(await said.promise).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' })
  })

  test('★ that leaves an event unacknowledged sees it again, with its number and reason', async () => {
    const slack = await workspace({ retries: [0], acksWithin: 100 })
    const { said } = await connected(slack)
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => said.length === 3)
    expect(said.slice(1)).toMatchObject([
      { type: 'events_api', retry_attempt: 0, retry_reason: '' },
      { type: 'events_api', retry_attempt: 1, retry_reason: 'timeout' },
    ])
  })
})
