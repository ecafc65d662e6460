import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { Gauge } from 'prom-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listen, type Server } from '../../src/http/server.ts'
import { makeLog } from '../../src/log.ts'
import { openMeters } from '../../src/operation/meters.ts'

let server: Server
let up: Record<string, boolean>
let heard: number
const meters = openMeters()
const lines: string[] = []
const address = (path: string) => `http://127.0.0.1:${server.port}${path}`

beforeEach(async () => {
  up = { database: true, queue: true, slack: true }
  heard = 0
  server = await listen({
    port: 0,
    slack: (_, response) => {
      heard++
      response.end()
    },
    parts: async () => up,
    metrics: meters.registry,
    log: makeLog('info', [], { write: (line) => void lines.push(line) }),
  })
})
afterEach(() => server.close())

describe('the server', () => {
  test('is ready when every part is up, and says which is not', async () => {
    expect((await fetch(address('/readyz'))).status).toBe(200)
    up = { database: true, queue: false, slack: true }
    const answer = await fetch(address('/readyz'))
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ database: true, queue: false, slack: true, accepting: true })
  })

  test('told to rest it is alive, not ready, and sends Slack away', async () => {
    const deliver = () => fetch(address('/slack/events'), { method: 'POST', body: 'x' })
    expect((await deliver()).status).toBe(200)
    server.rest()
    expect((await deliver()).status).toBe(503)
    expect(heard).toBe(1)
    expect((await fetch(address('/healthz'))).status).toBe(200)
    expect(await (await fetch(address('/readyz'))).json()).toMatchObject({ accepting: false })
  })

  test('told to rest it keeps no connection for another request', async () => {
    const agent = new Agent({ keepAlive: true })
    const [first] = await once(get(address('/healthz'), { agent }), 'response')
    expect(first.headers.connection).toBe('keep-alive')
    first.resume()
    const closed = once(first.socket, 'close')
    await once(first, 'end')
    server.rest()
    await closed
    const answer = await fetch(address('/healthz'))
    expect(answer.headers.get('connection')).toBe('close')
    agent.destroy()
  })

  test('shows the metrics as Prometheus reads them', async () => {
    const answer = await fetch(address('/metrics'))
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(await answer.text()).toContain('# TYPE shipshape_acts_total counter')
  })

  test('says of what it could not answer only that, and the rest in a line of its log', async () => {
    const error = Object.assign(new Error('no'), { params: ['what people wrote'] })
    new Gauge({
      name: 'broken',
      help: 'Breaks',
      registers: [meters.registry],
      collect: () => Promise.reject(error),
    })
    const answer = await fetch(address('/metrics'))
    expect(answer.status).toBe(500)
    expect(await answer.text()).toBe('Something broke on our side.')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, path: '/metrics', err: { message: 'no' } })
    expect(lines[0]).not.toContain('people wrote')
  })
})
