import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { checkPort, checkRequestUrl } from '../../scripts/doctor/reach.ts'
import { makeLog } from '../../src/log.ts'
import { openHearing } from '../../src/slack/app.ts'
import { kindsOf, troubles } from './found.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server of somebody's that answers so. */
async function stranger(answer: RequestListener) {
  const server = createServer(answer).listen(0)
  stops.push(() => server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port // a TCP server that listens has one
}

describe('the doctor, of the way in', () => {
  test.each([
    ['a Shipshape', '{"alive":true}', 'ok'],
    ['another program', 'hello', 'not ok'],
  ])('knows %s on its port', async (_, says, kind) => {
    const port = await stranger((_request, response) => response.end(says))
    expect(kindsOf(await checkPort(port))).toEqual([kind])
  })

  test('knows a free one', async () => {
    expect((await checkPort(0))[0]?.what).toBe('port 0 is free')
  })

  test('knows a Shipshape with the same signing secret behind the Request URL', async () => {
    const settings = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'f00',
      SLACK_API_URL: 'http://127.0.0.1:1/',
    }
    const { listener } = openHearing(settings, { bot: 'B1', botUser: 'U1' }, makeLog('silent'))
    const port = await stranger((request, response) => listener?.(request, response))
    const url = `http://127.0.0.1:${port}/slack/events`
    expect(kindsOf(await checkRequestUrl(url, 'f00'))).toEqual(['ok'])
    const [trouble] = troubles(await checkRequestUrl(url, 'another'))
    expect(trouble?.what).toBe(`${url} refuses what SLACK_SIGNING_SECRET signs`)
    expect(trouble?.fix).toContain('Basic Information')
  })

  test('knows what else is behind it', async () => {
    const port = await stranger((_, response) => response.writeHead(502).end())
    const address = `http://127.0.0.1:${port}/`
    expect(troubles(await checkRequestUrl(address, 'f00'))[0]?.what).toBe(`${address} answers 502`)
    expect(troubles(await checkRequestUrl('http://127.0.0.1:1/', 'f00'))[0]?.what).toContain(
      'does not answer',
    )
  })
})
