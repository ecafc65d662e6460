import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { perform } from '../acts/act.ts'
import { passesChallenge } from '../delivery/request-url.ts'
import type { Engine } from '../engine.ts'
import { faultPlan } from '../faults/plan.ts'
import { fileBytes } from '../files/door.ts'
import type { Act } from '../protocol.ts'
import { TrafficLog } from '../traffic/log.ts'
import type { DeliveryNow, FaultsNow } from '../traffic/protocol.ts'
import { canSee } from '../world/channels.ts'
import { ownFile } from '../world/files.ts'
import type { Member, SlackFile } from '../world/shapes.ts'
import { wireFile } from '../world/wire-files.ts'
import { clientState } from './state.ts'

/** What the page speaks to: see protocol.ts. */
export function clientDoor(engine: Engine): Hono {
  const log = new TrafficLog(engine.world, engine.traffic)
  return new Hono()
    .get('/state', (c) => {
      const me = personOf(engine, c.req.query('as'))
      return me ? c.json(clientState(engine, me)) : c.notFound()
    })
    .get('/live', (c) => live(engine, c))
    .get('/traffic', (c) => c.json(log.since(Number(c.req.query('since') ?? 0))))
    .get('/traffic/:id', (c) => {
      const details = log.details(Number(c.req.param('id')))
      return details ? c.json(details) : c.notFound()
    })
    .get('/faults', (c) => c.json(faultsNow(engine)))
    .post('/faults', async (c) => {
      const plan = faultPlan.safeParse(await c.req.json().catch(() => null))
      if (!plan.success) return c.text(z.prettifyError(plan.error), 400)
      engine.faults.change(plan.data)
      return c.json(faultsNow(engine))
    })
    .get('/delivery', (c) => c.json(deliveryNow(engine)))
    .post('/delivery', async (c) => {
      const asked = wanted.safeParse(await c.req.json().catch(() => null))
      if (!asked.success) return c.text('This is no URL.', 400)
      const { requestUrl } = asked.data
      if (requestUrl !== null && !(await passesChallenge(engine.world, requestUrl)))
        return c.text('That URL did not give the challenge back.', 400)
      engine.courier.url = requestUrl
      return c.json(deliveryNow(engine))
    })
    .post('/upload', async (c) => {
      const me = personOf(engine, c.req.query('as'))
      if (!me) return c.notFound()
      const name = c.req.query('name') || 'Untitled'
      const file = ownFile(engine.world, engine.url(), me, name, Buffer.from(await c.req.arrayBuffer()))
      return c.json(wireFile(engine.world, file.id))
    })
    .get('/file/:id', (c) => {
      const me = personOf(engine, c.req.query('as'))
      const file = engine.world.files.get(c.req.param('id'))
      return me && file && maySee(engine, file, me) ? fileBytes(c, file) : c.notFound()
    })
    .post('/act', async (c) => {
      // Only the workspace's own page and tests speak here, from the types in protocol.ts.
      const said = (await c.req.json().catch(() => null)) as { as: string; act: Act } | null
      if (!said) return c.text('invalid_json', 400)
      const { as, act } = said
      const me = personOf(engine, as)
      return me ? c.json(await perform(engine, me, act)) : c.notFound()
    })
}

const wanted = z.object({ requestUrl: z.url({ protocol: /^https?$/ }).nullable() })

function deliveryNow({ courier, sockets }: Engine): DeliveryNow {
  return { requestUrl: courier.url, sockets: sockets.connected }
}

function faultsNow({ faults, world }: Engine): FaultsNow {
  const { paid, restricted, app } = world
  return { plan: faults.plan, met: faults.met, workspace: { paid, restricted, removed: app.removed } }
}

function maySee({ world }: Engine, { user, shares }: SlackFile, me: Member): boolean {
  const places = shares.map(({ channel }) => world.channels.get(channel))
  return user === me.id || places.some((place) => place && canSee(place, me))
}

function personOf({ world }: Engine, id = ''): Member | undefined {
  const people = [...world.people.values()]
  if (id === '') return people.find((person) => !person.isBot)
  return world.people.get(id) ?? people.find((person) => person.handle === id)
}

/** Tells the page, once per burst, that something changed or that there is news of the traffic. */
function live({ world, traffic }: Engine, c: Context): Response {
  return streamSSE(c, async (stream) => {
    const news = new Set(['change', 'traffic'])
    let told = Promise.withResolvers<void>()
    const tell = (event: string) => () => {
      news.add(event)
      told.resolve()
    }
    const [onChange, onTraffic] = [tell('change'), tell('traffic')]
    world.news.on('changed', onChange)
    traffic.news.on('moved', onTraffic)
    stream.onAbort(() => told.resolve())
    while (!stream.aborted && !stream.closed) {
      const events = [...news]
      news.clear()
      for (const event of events) await stream.writeSSE({ event, data: '{}' })
      if (news.size === 0) await told.promise
      told = Promise.withResolvers()
    }
    world.news.off('changed', onChange)
    traffic.news.off('moved', onTraffic)
  })
}
