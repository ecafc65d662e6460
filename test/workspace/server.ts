import type { Server } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { apiDoor } from './api/door.ts'
import { clientDoor } from './client/door.ts'
import { answer } from './delivery/answers.ts'
import type { Engine } from './engine.ts'
import { fileDoor } from './files/door.ts'
import type { Interceptors } from './interceptors.ts'
import { oauthDoor } from './oauth/door.ts'
import type { ResponsePost } from './traffic.ts'
import { Refusal } from './world/refusal.ts'

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
  app.route('/client', clientDoor(engine))
  app.post('/:kind{commands|actions|app}/:team/:id/:secret', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const post = engine.traffic.begin<ResponsePost>({
      kind: 'response',
      url: c.req.path,
      body,
      at: Date.now(),
    })
    const { word, status } = take(engine, c.req.path, body)
    engine.traffic.end(post, { answer: word, status })
    return c.text(word, status)
  })
  if (page) {
    app.get('*', serveStatic({ root: page }))
    app.get('*', serveStatic({ root: page, path: 'index.html' }))
  }
  return app
}

/** Does what the app asks through a response URL, or says in Slack's word why not. */
function take(engine: Engine, path: string, body: unknown): { word: string; status: 200 | 400 | 404 } {
  const interaction = engine.responseUrls.use(path)
  if (typeof interaction === 'string') return { word: interaction, status: 404 }
  try {
    answer(engine.world, interaction, body)
    return { word: 'ok', status: 200 }
  } catch (error) {
    return { word: error instanceof Refusal ? error.word : 'invalid_payload', status: 400 }
  }
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
