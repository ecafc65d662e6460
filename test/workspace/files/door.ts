import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import type { Engine } from '../engine.ts'
import { receiveFile } from '../world/files.ts'
import type { SlackFile } from '../world/shapes.ts'

type Env = { Bindings: HttpBindings }

/** Where files are sent to and fetched from, as Slack does it beside its Web API. */
export function fileDoor({ world }: Engine): Hono<Env> {
  return new Hono<Env>()
    .post('/upload/v1/:ticket', async (c) => {
      const content = await bytes(c)
      return receiveFile(world, c.req.param('ticket'), content)
        ? c.text(`OK - ${content.length}`)
        : c.text('invalid ticket', 404)
    })
    .get('/files-pri/:id/:name', (c) => {
      const file = world.files.get(c.req.param('id').split('-').at(-1) ?? '')
      const token = world.tokens.get(c.req.header('authorization')?.replace(/^Bearer /, '') ?? '')
      const mayRead = token && !token.revoked && !world.app.removed && world.app.scopes.includes('files:read')
      // Slack sends whoever may not read it to its sign-in page.
      if (!mayRead) return c.redirect(`/?redir=${encodeURIComponent(c.req.path)}`)
      return file ? fileBytes(c, file) : c.notFound()
    })
}

export function fileBytes(c: Context, { name, content }: SlackFile): Response | Promise<Response> {
  if (!content) return c.notFound()
  const headers = { 'content-type': getMimeType(name) ?? 'text/plain', 'content-security-policy': 'sandbox' }
  return c.body(new Uint8Array(content), 200, headers)
}

/** The bytes as they are, or those of the form's first file. */
async function bytes(c: Context<Env>): Promise<Buffer> {
  const isForm = c.req.header('content-type')?.startsWith('multipart/form-data') ?? false
  if (!isForm) return Buffer.from(await c.req.arrayBuffer())
  const [first] = Object.values(await c.req.parseBody())
  return first instanceof File ? Buffer.from(await first.arrayBuffer()) : Buffer.from(String(first ?? ''))
}
