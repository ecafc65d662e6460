import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'

export type Parting = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

const WARNED_MS = 10_000
const GOODBYE_MS = 500

/** One connection of the app: told before its time is over, and broken when it does not go by itself. */
export class Link {
  readonly #socket: WebSocket
  #leaving = false

  constructor(socket: WebSocket, livesMs: number) {
    this.#socket = socket
    const timers = [
      setTimeout(() => this.part('warning'), Math.max(0, livesMs - WARNED_MS)),
      setTimeout(() => this.part('refresh_requested'), livesMs),
    ]
    for (const timer of timers) timer.unref()
    socket.on('close', () => timers.forEach(clearTimeout))
    // What is no proper frame ends the connection, not the workspace.
    socket.on('error', () => socket.terminate())
  }

  /** Takes envelopes. */
  get open(): boolean {
    return !this.#leaving && this.#socket.readyState === WebSocket.OPEN
  }

  send(message: object): void {
    this.#socket.send(JSON.stringify(message))
  }

  /** A warning comes some seconds ahead; after any other word nothing more is sent here. */
  part(reason: Parting): void {
    if (!this.open) return
    this.send({ type: 'disconnect', reason, debug_info: { host: 'workspace' } })
    if (reason === 'warning') return
    this.#leaving = true
    void this.#gone().then(() => this.break())
  }

  async close(): Promise<void> {
    this.#socket.close()
    await this.#gone()
    this.break()
  }

  break(): void {
    this.#socket.terminate()
  }

  /** Resolves when the app has closed its end, or took too long. */
  async #gone(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return
    await Promise.race([once(this.#socket, 'close'), pause(GOODBYE_MS, undefined, { ref: false })])
  }
}
