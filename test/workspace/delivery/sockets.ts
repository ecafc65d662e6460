import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Ack } from '../traffic.ts'
import { secret } from '../world/ids.ts'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import type { Parcel } from './courier.ts'
import { Link, type Parting } from './link.ts'

const MOST_CONNECTIONS = 10
const LIVES_MS = 3_600_000
const LIVES_IN_DEBUG_MS = 360_000
const NOT_CONNECTED: Ack = { ok: false, error: 'dispatch_failed', reason: 'connection_failed' }
const NOT_ACKNOWLEDGED: Ack = { ok: false, error: 'operation_timeout', reason: 'timeout' }
const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() })
const ENVELOPES = {
  event: 'events_api',
  command: 'slash_commands',
  interactive: 'interactive',
  options: 'interactive',
}

/** Socket Mode: every envelope goes to exactly one of the app's connections. */
export class Sockets {
  readonly #world: World
  readonly #livesMs: number
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  readonly #links: Link[] = []
  readonly #waiting = new Map<string, (ack: Ack) => void>()

  constructor(world: World, livesMs = LIVES_MS) {
    this.#world = world
    this.#livesMs = livesMs
  }

  get connected(): number {
    return this.#links.filter((link) => link.open).length
  }

  /** A single-use address for one connection. */
  invite(base: string): string {
    if (this.connected >= MOST_CONNECTIONS) throw new Refusal('too_many_websockets')
    const ticket = secret()
    this.#tickets.add(ticket)
    return `${base.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${this.#world.app.id}`
  }

  listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
  }

  async send(parcel: Parcel): Promise<Ack> {
    const link = this.#next()
    if (!link) return NOT_CONNECTED
    const envelope_id = randomUUID()
    const ack = this.#ackOf(envelope_id)
    link.send({ envelope_id, ...envelope(parcel) })
    return ack
  }

  /** Asks every connection to go, as Slack does before it closes them itself. */
  disconnect(reason: Parting): void {
    for (const link of this.#links) link.part(reason)
  }

  /** The connection whose turn it is breaks without a word. */
  breakOne(): void {
    this.#next()?.break()
  }

  async close(): Promise<void> {
    this.disconnect('link_disabled')
    await Promise.all(this.#links.map((link) => link.close()))
    this.#server.close()
  }

  #next(): Link | undefined {
    const index = this.#links.findIndex((link) => link.open)
    const [link] = index < 0 ? [] : this.#links.splice(index, 1)
    if (link) this.#links.push(link)
    return link
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const asked = new URL(request.url ?? '', 'ws://workspace').searchParams
    if (!this.#tickets.delete(asked.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      return
    }
    const inDebug = asked.get('debug_reconnects') === 'true'
    const livesMs = inDebug ? Math.min(LIVES_IN_DEBUG_MS, this.#livesMs) : this.#livesMs
    this.#server.handleUpgrade(request, socket, head, (accepted) => this.#welcome(accepted, livesMs))
  }

  #welcome(socket: WebSocket, livesMs: number): void {
    const link = new Link(socket, livesMs)
    if (this.connected >= MOST_CONNECTIONS) {
      link.part('too_many_websockets')
      return
    }
    this.#links.push(link)
    socket.on('message', (data) => this.#hear(data.toString()))
    socket.on('close', () => {
      this.#links.splice(this.#links.indexOf(link), 1)
      this.#world.changed()
    })
    link.send({
      type: 'hello',
      num_connections: this.connected,
      connection_info: { app_id: this.#world.app.id },
      debug_info: {
        host: 'workspace',
        started: new Date().toISOString(),
        build_number: 1,
        approximate_connection_time: Math.round(livesMs / 1000),
      },
    })
    this.#world.changed()
  }

  /** What is no acknowledgement is passed over. */
  #hear(text: string): void {
    const heard = acknowledgement.safeParse(parsed(text))
    if (!heard.success) return
    const { envelope_id, payload } = heard.data
    const isEmpty = typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0
    this.#waiting.get(envelope_id)?.({ ok: true, body: isEmpty ? null : (payload ?? null) })
  }

  async #ackOf(envelopeId: string): Promise<Ack> {
    const { promise, resolve } = Promise.withResolvers<Ack>()
    const late = setTimeout(() => resolve(NOT_ACKNOWLEDGED), this.#world.acksWithin)
    this.#waiting.set(envelopeId, resolve)
    const ack = await promise
    clearTimeout(late)
    this.#waiting.delete(envelopeId)
    return ack
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function envelope({ type, payload, retry }: Parcel) {
  const accepts_response_payload = type !== 'event'
  const again = type === 'event' && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }
  return { type: ENVELOPES[type], payload, accepts_response_payload, ...again }
}
