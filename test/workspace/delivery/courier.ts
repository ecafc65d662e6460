import type { Ack, Delivery, Traffic } from '../traffic.ts'
import type { World } from '../world/world.ts'
import { sendByHttp } from './http.ts'
import type { Sockets } from './sockets.ts'

export interface Parcel {
  type: Delivery['type']
  name: string
  payload: Record<string, unknown>
  retry?: { num: number; reason: string }
}

/** Carries to the app what it is told, by its request URL or, when it has none, by a socket. */
export class Courier {
  url: string | null = null
  readonly #world: World
  readonly #traffic: Traffic
  readonly #sockets: Sockets

  constructor(world: World, traffic: Traffic, sockets: Sockets) {
    this.#world = world
    this.#traffic = traffic
    this.#sockets = sockets
  }

  async deliver(parcel: Parcel): Promise<Ack> {
    const by = this.url ? 'http' : this.#sockets.connected > 0 ? 'socket' : 'nothing'
    const { type, name, payload, retry } = parcel
    const attempt = retry?.num ?? 0
    const entry = this.#traffic.begin<Delivery>({
      kind: 'delivery',
      type,
      name,
      payload,
      by,
      attempt,
      at: Date.now(),
    })
    const ack = await this.#send(parcel)
    this.#traffic.end(entry, { ack })
    return ack
  }

  async #send(parcel: Parcel): Promise<Ack> {
    if (this.#undeclared(parcel))
      return { ok: false, error: 'dispatch_failed', reason: 'interactivity_is_off' }
    if (this.url) return sendByHttp(this.#world, this.url, parcel)
    return this.#sockets.send(parcel)
  }

  /** Without interactivity in its manifest an app has buttons that nobody serves. */
  #undeclared({ type }: Parcel): boolean {
    const interactive = type === 'interactive' || type === 'options'
    return interactive && !this.#world.app.manifest.settings.interactivity.is_enabled
  }
}
