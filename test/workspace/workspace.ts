import { Courier } from './delivery/courier.ts'
import { Events } from './delivery/events.ts'
import { ResponseUrls } from './delivery/response-urls.ts'
import { Sockets } from './delivery/sockets.ts'
import { Triggers } from './delivery/triggers.ts'
import type { Engine } from './engine.ts'
import { type After, type Before, Interceptors } from './interceptors.ts'
import type { WorkspaceOptions } from './options.ts'
import { Person } from './person/person.ts'
import { listen, routes } from './server.ts'
import { type ApiCall, Traffic } from './traffic.ts'
import { until } from './waiting.ts'
import { administration } from './world/administration.ts'
import { seedChannels } from './world/channels.ts'
import { byHandle, seedPeople } from './world/people.ts'
import { World } from './world/world.ts'

export type Workspace = Awaited<ReturnType<typeof startWorkspace>>

/** Starts a Slack workspace on this machine with one app installed from its manifest. */
export async function startWorkspace(options: WorkspaceOptions) {
  const world = new World(options)
  seedPeople(world, options.people, options.groups ?? [])
  seedChannels(world, options.channels ?? [])
  const interceptors = new Interceptors()
  const engine = assemble(world, options)
  const events = new Events(world, engine.courier, options.retries)
  const { server, port } = await listen(routes(engine, interceptors, options.page), options.port ?? 0)
  const url = `http://127.0.0.1:${port}`
  engine.url = () => url
  engine.sockets.listen(server)
  const people = new Map<string, Person>()

  return {
    url,
    /** For `SLACK_API_URL`. */
    apiUrl: `${url}/api/`,
    botToken: world.app.botToken,
    appToken: world.app.appToken,
    signingSecret: world.app.signingSecret,
    world,
    traffic: engine.traffic,
    /** What an administrator or the course of life does: people come and go, groups change, the app is removed. */
    admin: administration(world),

    /** Delivers by signed HTTP to this request URL; with null, by Socket Mode again. */
    deliverTo(requestUrl: string | null): void {
      engine.courier.url = requestUrl
    },

    /** One of the workspace's people, who acts and sees as in Slack. */
    as(handle: string): Person {
      const person = people.get(handle) ?? new Person(engine, byHandle(world, handle))
      people.set(handle, person)
      return person
    },

    calls: (method: string): ApiCall[] => engine.traffic.calls(method),

    /** Resolves with the calls of a method as soon as so many have been answered. */
    async answered(method: string, times = 1): Promise<ApiCall[]> {
      const done = () => engine.traffic.calls(method).filter((call) => call.answer)
      const giveUp = () => `${times} calls of ${method} were wanted, ${done().length} came`
      await until(world, () => done().length >= times, { giveUp })
      return done()
    },

    /** Steps in before a call is worked on: hold it by waiting, or answer in the workspace's place. */
    before: (method: string, step: Before) => interceptors.before(method, step),

    /** Steps in after the work is done: hold, replace or `'drop'` the answer. */
    after: (method: string, step: After) => interceptors.after(method, step),

    /** Resolves at the next change of anything. */
    changed(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>()
      world.news.once('changed', () => resolve())
      return promise
    },

    /** Resolves with the first truthy answer, asked again at every change. */
    until: <T>(ask: () => T, timeoutMs?: number) => until(world, ask, { timeoutMs }),

    /** Ends every socket as Slack does: a `disconnect`, then the app comes back by itself. */
    disconnect: (reason: 'warning' | 'refresh_requested' | 'link_disabled') =>
      engine.sockets.disconnect(reason),

    async close(): Promise<void> {
      events.close()
      await engine.sockets.close()
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeAllConnections()
      await closed.promise
    },
  }
}

function assemble(world: World, options: WorkspaceOptions): Engine {
  const traffic = new Traffic(world)
  const sockets = new Sockets(world)
  const engine: Engine = {
    world,
    traffic,
    sockets,
    courier: new Courier(world, traffic, sockets),
    triggers: new Triggers(),
    responseUrls: new ResponseUrls(world.team.id, () => engine.url()),
    jumps: options.jumps ?? [],
    url: () => '',
  }
  return engine
}
