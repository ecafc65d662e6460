import type { Server } from 'node:http'
import { RateLimits } from './api/rate-limits.ts'
import { Courier } from './delivery/courier.ts'
import { Events } from './delivery/events.ts'
import { passesChallenge, probeCertificate } from './delivery/request-url.ts'
import { ResponseUrls } from './delivery/response-urls.ts'
import { Sockets } from './delivery/sockets.ts'
import { Triggers } from './delivery/triggers.ts'
import type { Engine } from './engine.ts'
import { Faults } from './faults/faults.ts'
import { type Hold, type HoldPoint, hold } from './faults/hold.ts'
import { type After, type Before, Interceptors } from './interceptors.ts'
import { Grants } from './oauth/grants.ts'
import type { WorkspaceOptions } from './options.ts'
import { Person } from './person/person.ts'
import { listen, routes } from './server.ts'
import { type ApiCall, Traffic } from './traffic.ts'
import { type Truthy, until } from './waiting.ts'
import { administration } from './world/administration.ts'
import { seedChannels } from './world/channels.ts'
import { byHandle, seedPeople } from './world/people.ts'
import { ScheduledMessages } from './world/scheduled.ts'
import { World } from './world/world.ts'

interface Parts {
  engine: Engine
  interceptors: Interceptors
  events: Events
  server: Server
}

/** Starts a Slack workspace on this machine with one app installed from its manifest. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const world = new World(options)
  seedPeople(world, options.people, options.groups ?? [])
  seedChannels(world, options.channels ?? [])
  const engine = assemble(world, options)
  const interceptors = new Interceptors(engine.faults)
  const { server, port } = await listen(routes(engine, interceptors, options.page), options.port ?? 0)
  engine.url = () => `http://127.0.0.1:${port}`
  engine.sockets.listen(server)
  const events = new Events(world, engine.courier, options)
  return new Workspace({ engine, interceptors, events, server })
}

function assemble(world: World, options: WorkspaceOptions): Engine {
  const traffic = new Traffic(world, options.keepsTraffic)
  const sockets = new Sockets(world, options.socketLives)
  const faults = new Faults(world, options.faults)
  const engine: Engine = {
    world,
    traffic,
    sockets,
    courier: new Courier({ world, traffic, sockets, faults }),
    triggers: new Triggers(),
    responseUrls: new ResponseUrls(world.team.id, () => engine.url()),
    limits: new RateLimits(options),
    grants: new Grants(world),
    scheduled: new ScheduledMessages(world),
    faults,
    jumps: options.jumps ?? [],
    url: () => '',
  }
  return engine
}

/** A running workspace, as tests and the demo hold it. */
export class Workspace {
  readonly url: string
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly world: World
  readonly traffic: Traffic
  /** What an administrator or the course of life does: people come and go, groups change, the app is removed. */
  readonly admin: ReturnType<typeof administration>
  /** What goes wrong between the app and the workspace, by order or by a seeded plan. */
  readonly faults: Faults
  readonly #parts: Parts
  readonly #people = new Map<string, Person>()

  constructor(parts: Parts) {
    const { world, traffic, url } = parts.engine
    this.#parts = parts
    this.world = world
    this.traffic = traffic
    this.url = url()
    this.apiUrl = `${this.url}/api/`
    this.botToken = world.app.botToken
    this.appToken = world.app.appToken
    this.signingSecret = world.app.signingSecret
    this.admin = administration(world)
    this.faults = parts.engine.faults
  }

  /** Delivers by signed HTTP to this request URL; with null, by Socket Mode again. */
  deliverTo(requestUrl: string | null): void {
    this.#parts.engine.courier.url = requestUrl
  }

  get requestUrl(): string | null {
    return this.#parts.engine.courier.url
  }

  /** The same, as in the app's settings: the URL is taken when it gives Slack's challenge back. */
  async saveRequestUrl(url: string): Promise<void> {
    if (!(await passesChallenge(this.world, url)))
      throw new Error(`${url} did not answer the url_verification challenge`)
    this.deliverTo(url)
  }

  /** Looks, unsigned, whether the app answers at all, as Slack does with public apps; the status that came. */
  sslCheck(url: string): Promise<number> {
    return probeCertificate(this.world, url)
  }

  /** One of the workspace's people, who acts and sees as in Slack. */
  as(handle: string): Person {
    const person = this.#people.get(handle) ?? new Person(this.#parts.engine, byHandle(this.world, handle))
    this.#people.set(handle, person)
    return person
  }

  calls(method: string): ApiCall[] {
    return this.traffic.calls(method)
  }

  /** Resolves with the calls of a method as soon as so many have been answered. */
  async answered(method: string, times = 1): Promise<ApiCall[]> {
    const done = () => this.calls(method).filter((call) => call.answer)
    const giveUp = () => `${times} calls of ${method} were wanted, ${done().length} came`
    await until(this.world, () => done().length >= times, { giveUp })
    return done()
  }

  /** Steps in before a call is worked on: hold it by waiting, or answer in the workspace's place. */
  before(method: string, step: Before): () => void {
    return this.#parts.interceptors.before(method, step)
  }

  /** Steps in after the work is done: hold, replace or `'drop'` the answer. */
  after(method: string, step: After): () => void {
    return this.#parts.interceptors.after(method, step)
  }

  /** Holds the next call of a method that fits, before or after its work, until it is released. */
  hold(method: string, point: HoldPoint, fits?: (call: ApiCall) => boolean): Hold {
    return hold(this.#parts.interceptors, method, point, fits)
  }

  /** Resolves at the next change of anything. */
  changed(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.world.news.once('changed', resolve)
    return promise
  }

  /** Resolves with the first truthy answer, asked again at every change. */
  until<T>(ask: () => T, timeoutMs?: number): Promise<Truthy<T>> {
    return until(this.world, ask, { timeoutMs })
  }

  /** Tells every socket to go, as Slack does every few hours; the app comes back by itself. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    this.#parts.engine.sockets.disconnect(reason)
  }

  async close(): Promise<void> {
    const { engine, events, server } = this.#parts
    events.close()
    engine.scheduled.close()
    await engine.sockets.close()
    const closed = Promise.withResolvers<void>()
    server.close(() => closed.resolve())
    server.closeAllConnections()
    await closed.promise
  }
}
