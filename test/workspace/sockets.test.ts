import { describe, expect, test } from 'vitest'
import { client, socketApp, workspace } from './small/start.ts'

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
    const slack = await workspace()
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
