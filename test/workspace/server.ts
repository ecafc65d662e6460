import type { Server } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { apiDoor } from './api/door.ts'
import { clientDoor } from './client/door.ts'
import { answer } from './delivery/answers.ts'
import type { Engine } from './engine.ts'
import type { Interceptors } from './interceptors.ts'
import { Refusal } from './world/refusal.ts'

/** The workspace's three doors: the Web API, response URLs, and the page. */
export function routes(engine: Engine, interceptors: Interceptors, page: string | undefined) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/api', apiDoor(engine, interceptors))
  app.route('/client', clientDoor(engine))
  app.post('/:kind{commands|actions|app}/:team/:id/:secret', async (c) => {
    const interaction = engine.responseUrls.use(c.req.path)
    if (typeof interaction === 'string') return c.text(interaction, 404)
    try {
      answer(engine.world, interaction, await c.req.json())
      return c.text('ok')
    } catch (error) {
      return c.text(error instanceof Refusal ? error.word : 'invalid_payload', 400)
    }
  })
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
