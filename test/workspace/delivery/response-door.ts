import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Engine } from '../engine.ts'
import { answerUnder } from '../faults/calls.ts'
import type { Answer } from '../interceptors.ts'
import type { ResponsePost } from '../traffic.ts'
import { Refusal } from '../world/refusal.ts'
import { answer } from './answers.ts'

type Env = { Bindings: HttpBindings }

/** Where the app answers what a person did, without a token; among faults it is the method `response_url`. */
export function responseDoor(engine: Engine): Hono<Env> {
  return new Hono<Env>().post('/:kind{commands|actions|app}/:team/:id/:secret', async (c) => {
    const url = c.req.path
    const body: unknown = await c.req.json().catch(() => undefined)
    const post = engine.traffic.begin<ResponsePost>({ kind: 'response', url, body, at: Date.now() })
    const fault = engine.faults.ofCall('response_url')
    if (fault) post.fault = fault.kind
    const work = async () => take(engine, url, body)
    const { body: said, status = 200, headers, dropped } = await (fault ? answerUnder(fault, work) : work())
    const word = String(said.word ?? said.error)
    engine.traffic.end(post, { answer: word, status, ...(dropped && { dropped }) })
    if (dropped) c.env.incoming.socket.destroy()
    // Any status that a fault asks for is wanted as it is.
    return c.text(word, status as 200, headers)
  })
}

/** Does what the app asks through a response URL, or says in Slack's word why not. */
function take(engine: Engine, path: string, body: unknown): Answer {
  const interaction = engine.responseUrls.use(path)
  if (typeof interaction === 'string') return { body: { word: interaction }, status: 404 }
  try {
    answer(engine.world, interaction, body)
    return { body: { word: 'ok' } }
  } catch (error) {
    return { body: { word: error instanceof Refusal ? error.word : 'invalid_payload' }, status: 400 }
  }
}
