import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { httpApp, workspace } from '../small/start.ts'
import type { Workspace } from '../workspace.ts'
import { signature } from './signature.ts'

interface Heard {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

/** A bare request URL that answers as the test says; what it heard is kept. */
async function requestUrl(slack: Workspace, answer: (response: ServerResponse, heard: Heard) => void) {
  const all: Heard[] = []
  const server = createServer(async (request, response) => {
    const heard = { path: request.url ?? '', headers: request.headers, body: await text(request) }
    all.push(heard)
    answer(response, heard)
    slack.world.changed()
  })
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`
  return { all, url }
}

const ok = (response: ServerResponse) => response.end()
const sentOnTo = (location: string) => (response: ServerResponse) =>
  response.writeHead(302, { location }).end()

describe('a delivery by HTTP', () => {
  test('★ is signed over its raw body: events as JSON, the rest as a form of exactly that type', async () => {
    const slack = await workspace()
    const { all, url } = await requestUrl(slack, ok)
    slack.deliverTo(url)
    await slack.as('ada').run('/lamp on', { in: '#pier' })
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => all.length === 2)
    expect(all.map((heard) => heard.headers['content-type'])).toEqual([
      'application/x-www-form-urlencoded',
      'application/json',
    ])
    for (const { headers, body } of all) {
      const timestamp = Number(headers['x-slack-request-timestamp'])
      expect(headers['x-slack-signature']).toBe(signature(slack.signingSecret, timestamp, body))
    }
  })

  test('is tried again with its number and reason in the headers', async () => {
    const slack = await workspace({ retries: [0, 10] })
    const { all, url } = await requestUrl(slack, (response) => response.writeHead(500).end())
    slack.deliverTo(url)
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => all.length === 3)
    const retries = all.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ])
  })

  test('is not tried again when the app does not want that', async () => {
    const slack = await workspace({ retries: [0] })
    const { all, url } = await requestUrl(slack, (response, { body }) =>
      response.writeHead(500, body.includes('no more') ? { 'x-slack-no-retry': '1' } : {}).end(),
    )
    slack.deliverTo(url)
    await slack.as('ada').say('#pier', 'no more')
    await slack.until(() => all.length === 1)
    await slack.as('ada').say('#pier', 'again')
    await slack.until(() => all.length === 3)
    expect(all.filter(({ body }) => body.includes('no more'))).toHaveLength(1)
  })

  test('is sent on twice at most, signed as it was', async () => {
    const slack = await workspace({ retries: [] })
    const last = await requestUrl(slack, ok)
    const middle = await requestUrl(slack, sentOnTo(last.url))
    const first = await requestUrl(slack, sentOnTo(middle.url))
    slack.deliverTo(first.url)
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => slack.traffic.deliveries('message')[0]?.ack?.ok)
    expect(last.all[0]?.body).toBe(first.all[0]?.body)
    const zeroth = await requestUrl(slack, sentOnTo(first.url))
    slack.deliverTo(zeroth.url)
    await slack.as('ada').say('#pier', 'too far')
    const far = await slack.until(() => slack.traffic.deliveries('message')[1]?.ack)
    expect(far).toMatchObject({ ok: false, reason: 'too_many_redirects' })
  })

  test.each(['event', 'command'])(
    'is accepted with another status than 200 only as an event: %s',
    async (type) => {
      const slack = await workspace({ retries: [] })
      const { url } = await requestUrl(slack, (response) => response.writeHead(204).end())
      slack.deliverTo(url)
      if (type === 'event') await slack.as('ada').say('#pier', 'hello')
      else await slack.as('ada').run('/lamp', { in: '#pier' })
      const ack = await slack.until(() => slack.traffic.deliveries()[0]?.ack)
      expect(ack.ok).toBe(type === 'event')
    },
  )
})

describe('a request URL', () => {
  const answers: [string, (challenge: string) => [string, string]][] = [
    ['text', (challenge) => ['text/plain', challenge]],
    ['a form', (challenge) => ['application/x-www-form-urlencoded', `challenge=${challenge}`]],
    ['JSON', (challenge) => ['application/json', JSON.stringify({ challenge })]],
  ]
  test.each(answers)('is saved when it gives the challenge back as %s', async (_, put) => {
    const slack = await workspace()
    const { url } = await requestUrl(slack, (response, { body }) => {
      const { challenge = '' } = JSON.parse(body) as { challenge?: string }
      const [type, answer] = put(challenge)
      response.writeHead(200, { 'content-type': type }).end(answer)
    })
    await expect(slack.saveRequestUrl(url)).resolves.toBeUndefined()
  })

  test('is not saved when it answers anything else', async () => {
    const slack = await workspace()
    const { all, url } = await requestUrl(slack, (response) => response.end('hello'))
    await expect(slack.saveRequestUrl(url)).rejects.toThrow('did not answer the url_verification challenge')
    await slack.as('ada').run('/lamp', { in: '#pier' })
    expect(all).toHaveLength(1)
  })

  test('of a Bolt app passes the challenge and the look at its certificate', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack }) => ack('lit'))
    })
    const url = slack.requestUrl ?? ''
    slack.deliverTo(null)
    await slack.saveRequestUrl(url)
    expect(await slack.sslCheck(url)).toBe(200)
    expect((await slack.as('ada').run('/lamp', { in: '#pier' })).text).toBe('lit')
  })
})
