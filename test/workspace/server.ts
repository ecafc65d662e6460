import type { Server } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { apiDoor } from './api/door.ts'
import { clientDoor } from './client/door.ts'
import { responseDoor } from './delivery/response-door.ts'
import type { Engine } from './engine.ts'
import { fileDoor } from './files/door.ts'
import type { Interceptors } from './interceptors.ts'
import { oauthDoor } from './oauth/door.ts'

const MEGABYTE = 2 ** 20
/** Slack names no figure for calls; what is uploaded may be much larger. */
const calls = bodyLimit({ maxSize: 4 * MEGABYTE })
const uploads = bodyLimit({ maxSize: 100 * MEGABYTE })

/** The workspace's three doors: the Web API, response URLs, and the page. */
export function routes(engine: Engine, interceptors: Interceptors, page: string | undefined) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use('/upload/*', uploads).use('/client/upload', uploads)
  for (const path of ['/api/*', '/client/act', '/client/faults', '/:kind{commands|actions|app}/*'])
    app.use(path, calls)
  app.route('/api', apiDoor(engine, interceptors))
  app.route('/', fileDoor(engine))
  app.route('/', oauthDoor(engine))
  app.route('/', responseDoor(engine))
  app.route('/client', clientDoor(engine))
  if (page) {
    app.get('*', serveStatic({ root: page }))
    app.get('*', serveStatic({ root: page, path: 'index.html' }))
  }
  return app
}

export async function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  port: number,
): Promise<{ server: Server; port: number }> {
  // Made without TLS options, the adaptor's server is a plain HTTP server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const listening = Promise.withResolvers<void>()
  server.once('error', listening.reject)
  server.listen(port, '127.0.0.1', listening.resolve)
  await listening.promise
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : port }
}
