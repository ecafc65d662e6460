import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { perform } from '../acts/act.ts'
import type { Engine } from '../engine.ts'
import type { Act } from '../protocol.ts'
import type { Member } from '../world/shapes.ts'
import { clientState } from './state.ts'

/** What the page speaks to: see protocol.ts. */
export function clientDoor(engine: Engine): Hono {
  return new Hono()
    .get('/state', (c) => {
      const me = personOf(engine, c.req.query('as'))
      return me ? c.json(clientState(engine, me)) : c.notFound()
    })
    .get('/live', (c) => live(engine, c))
    .post('/act', async (c) => {
      // Only the workspace's own page and tests speak here, from the types in protocol.ts.
      const { as, act } = (await c.req.json()) as { as: string; act: Act }
      const me = personOf(engine, as)
      return me ? c.json(await perform(engine, me, act)) : c.notFound()
    })
}

function personOf({ world }: Engine, id = ''): Member | undefined {
  const people = [...world.people.values()]
  if (id === '') return people.find((person) => !person.isBot)
  return world.people.get(id) ?? people.find((person) => person.handle === id)
}

/** One server-sent event per burst of changes, until the page goes away. */
function live({ world }: Engine, c: Context): Response {
  return streamSSE(c, async (stream) => {
    let changed = Promise.withResolvers<void>()
    const wake = () => changed.resolve()
    world.news.on('changed', wake)
    stream.onAbort(wake)
    while (!stream.aborted && !stream.closed) {
      await stream.writeSSE({ event: 'change', data: '{}' })
      await changed.promise
      changed = Promise.withResolvers<void>()
    }
    world.news.off('changed', wake)
  })
}
