import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Registry } from 'prom-client'
import type { Log } from '../log.ts'

export interface Served {
  readonly port: number
  /** Where Slack delivers; null while it is reached by sockets. */
  readonly slack: RequestListener | null
  /** What must be up to serve: name to whether it is. */
  readonly parts: () => Promise<Readonly<Record<string, boolean>>>
  readonly metrics: Registry
  readonly log: Log
}

export interface Server {
  /** The port it listens on; asked for port 0, the system chose one. */
  readonly port: number
  /** From now on Slack is sent away, and no connection is kept for another request. Probes are still answered. */
  readonly rest: () => void
  readonly close: () => Promise<void>
}

/** One server in both modes: `POST /slack/events` goes to Bolt, the rest to a router of our own. */
export async function listen({ port, slack, parts, metrics, log }: Served): Promise<Server> {
  let resting = false
  const accepting = async () => ({ ...(await parts()), accepting: !resting })
  const rest = getRequestListener(router(accepting, metrics, log).fetch)
  const server = createServer((request, response) => {
    if (resting) response.setHeader('connection', 'close')
    if (!slack || request.url !== '/slack/events') return rest(request, response)
    return resting ? sendAway(request, response) : slack(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port, // a TCP server that listens has one
    rest: () => {
      resting = true
      server.closeIdleConnections()
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Slack brings events again; another replica may take the rest. */
function sendAway(request: IncomingMessage, response: ServerResponse) {
  request.resume()
  response.writeHead(503).end()
}

function router(parts: Served['parts'], metrics: Registry, log: Log) {
  return new Hono()
    .get('/healthz', (c) => c.json({ alive: true }))
    .get('/readyz', async (c) => {
      const up = await parts()
      return c.json(up, Object.values(up).every(Boolean) ? 200 : 503)
    })
    .get('/metrics', async (c) =>
      c.body(await metrics.metrics(), 200, { 'content-type': metrics.contentType }),
    )
    .onError((error, c) => {
      log.error({ err: error, path: c.req.path }, 'could not be answered')
      return c.text('Something broke on our side.', 500)
    })
}
