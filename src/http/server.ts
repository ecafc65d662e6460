import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

export interface Health {
  /** What must be up to serve: name to whether it is. */
  readonly parts: () => Promise<Readonly<Record<string, boolean>>>
}

/** One server in both modes: `POST /slack/events` goes to Bolt, the rest to a router of our own. */
export async function listen(port: number, slack: RequestListener | null, health: Health): Promise<Server> {
  const rest = getRequestListener(router(health).fetch)
  const server = createServer((request, response) => {
    if (slack && request.url === '/slack/events') slack(request, response)
    else rest(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve)
  })
  return server
}

function router({ parts }: Health) {
  return new Hono()
    .get('/healthz', (c) => c.json({ alive: true }))
    .get('/readyz', async (c) => {
      const up = await parts()
      return c.json(up, Object.values(up).every(Boolean) ? 200 : 503)
    })
}

/** The port it listens on; with port 0 the system chose one. */
export const portOf = (server: Server) => (server.address() as AddressInfo).port // a TCP server that listens has one
