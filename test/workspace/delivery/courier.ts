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

  #send(parcel: Parcel): Promise<Ack> {
    if (this.url) return sendByHttp(this.#world, this.url, parcel)
    return this.#sockets.send(parcel)
  }
}
