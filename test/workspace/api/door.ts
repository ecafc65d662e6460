import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Engine } from '../engine.ts'
import type { Interceptors } from '../interceptors.ts'
import type { ApiCall } from '../traffic.ts'
import { Refusal } from '../world/refusal.ts'
import { answerTo } from './answering.ts'
import { methods } from './methods.ts'
import { readArguments } from './reading.ts'

type Env = { Bindings: HttpBindings }

/** `/api/<method>`: reads a call, answers it, and writes both down. */
export function apiDoor(engine: Engine, interceptors: Interceptors): Hono<Env> {
  return new Hono<Env>().all('/:method', async (c) => {
    const name = c.req.param('method')
    const call: ApiCall = { kind: 'call', method: name, args: {}, token: '', at: Date.now() }
    engine.traffic.begin(call)
    const { body, status = 200, headers = {}, dropped } = await attempt(engine, interceptors, call, c)
    engine.traffic.end(call, { answer: body, status, ...(dropped && { dropped }) })
    if (dropped) c.env.incoming.socket.destroy()
    for (const [header, value] of Object.entries(headers)) c.header(header, value)
    // Any status that an interceptor asks for is wanted as it is.
    return c.json(body, status as 200)
  })
}

async function attempt(engine: Engine, interceptors: Interceptors, call: ApiCall, c: Context<Env>) {
  try {
    Object.assign(call, await readArguments(c.req, methods[call.method]?.formOnly ?? false))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { body: { ok: false, error: error.word } }
  }
  return interceptors.around(call, () => answerTo(engine, call))
}
