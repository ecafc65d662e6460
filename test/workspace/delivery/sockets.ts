import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Ack } from '../traffic.ts'
import { secret } from '../world/ids.ts'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import type { Parcel } from './courier.ts'
import { ACK_WITHIN_MS } from './http.ts'

const MOST_CONNECTIONS = 10
const GOODBYE_MS = 500
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
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  readonly #open: WebSocket[] = []
  readonly #waiting = new Map<string, (ack: Ack) => void>()

  constructor(world: World) {
    this.#world = world
  }

  get connected(): number {
    return this.#open.length
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
    const socket = this.#open.shift()
    if (!socket) return { ok: false, error: 'dispatch_failed', reason: 'connection_failed' }
    this.#open.push(socket)
    const envelope_id = randomUUID()
    socket.send(JSON.stringify({ envelope_id, ...envelope(parcel) }))
    return this.#ackOf(envelope_id)
  }

  /** Asks every connection to go, as Slack does before it closes them itself. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    for (const socket of this.#open) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'workspace' } }))
    }
  }

  /** Says goodbye, and breaks what has not gone by itself soon after. */
  async close(): Promise<void> {
    this.disconnect('link_disabled')
    const gone = this.#open.map((socket) => once(socket, 'close'))
    for (const socket of this.#open) socket.close()
    await Promise.race([Promise.all(gone), pause(GOODBYE_MS, undefined, { ref: false })])
    for (const socket of this.#open) socket.terminate()
    this.#server.close()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'ws://workspace').searchParams.get('ticket') ?? ''
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, socket, head, (link) => this.#welcome(link))
  }

  #welcome(socket: WebSocket): void {
    this.#open.push(socket)
    socket.on('message', (data) => this.#hear(data.toString()))
    socket.on('close', () => {
      const index = this.#open.indexOf(socket)
      if (index >= 0) this.#open.splice(index, 1)
      this.#world.changed()
    })
    const debug_info = { host: 'workspace', started: '', build_number: 1, approximate_connection_time: 3600 }
    const connection_info = { app_id: this.#world.app.id }
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: this.connected, connection_info, debug_info }),
    )
    this.#world.changed()
  }

  #hear(text: string): void {
    const { envelope_id, payload } = acknowledgement.parse(JSON.parse(text))
    const isEmpty = typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0
    this.#waiting.get(envelope_id)?.({ ok: true, body: isEmpty ? null : (payload ?? null) })
  }

  async #ackOf(envelopeId: string): Promise<Ack> {
    const { promise, resolve } = Promise.withResolvers<Ack>()
    const late = setTimeout(
      () => resolve({ ok: false, error: 'operation_timeout', reason: 'timeout' }),
      ACK_WITHIN_MS,
    )
    this.#waiting.set(envelopeId, resolve)
    const ack = await promise
    clearTimeout(late)
    this.#waiting.delete(envelopeId)
    return ack
  }
}

function envelope({ type, payload, retry }: Parcel) {
  const accepts_response_payload = type !== 'event'
  const again = type === 'event' && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }
  return { type: ENVELOPES[type], payload, accepts_response_payload, ...again }
}
