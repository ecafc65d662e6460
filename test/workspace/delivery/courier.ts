import { carryUnder } from '../faults/deliveries.ts'
import type { Faults } from '../faults/faults.ts'
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

interface Ways {
  world: World
  traffic: Traffic
  sockets: Sockets
  faults: Faults
}

type How = Pick<Delivery, 'by' | 'fault'>

const LOST: Ack = { ok: false, error: 'dispatch_failed', reason: 'connection_failed' }
const UNSERVED: Ack = { ok: false, error: 'dispatch_failed', reason: 'interactivity_is_off' }

/** Carries to the app what it is told, by its request URL or, when it has none, by a socket. */
export class Courier {
  url: string | null = null
  readonly #ways: Ways
  #gone = Promise.withResolvers<void>()

  constructor(ways: Ways) {
    this.#ways = ways
  }

  async deliver(parcel: Parcel): Promise<Ack> {
    const { faults, sockets } = this.#ways
    const fault = faults.ofDelivery(parcel)
    const met = fault && { fault: fault.kind }
    const carry = () => this.#attempt(parcel, { by: this.#way, ...met }, () => this.#send(parcel))
    if (!fault) return carry()
    return carryUnder(fault, {
      carry,
      lose: () => this.#attempt(parcel, { by: 'nothing', ...met }, () => LOST),
      breakSocket: () => sockets.breakOne(),
      next: () => this.#gone.promise,
    })
  }

  get #way(): Delivery['by'] {
    if (this.url) return 'http'
    return this.#ways.sockets.connected > 0 ? 'socket' : 'nothing'
  }

  /** Writes one attempt down, with what became of it. */
  async #attempt(parcel: Parcel, how: How, send: () => Ack | Promise<Ack>): Promise<Ack> {
    const { type, name, payload, retry } = parcel
    const attempt = retry?.num ?? 0
    const { traffic } = this.#ways
    const delivery: Delivery = { kind: 'delivery', type, name, payload, ...how, attempt, at: Date.now() }
    const entry = traffic.begin(delivery)
    const ack = await send()
    traffic.end(entry, { ack })
    this.#gone.resolve()
    this.#gone = Promise.withResolvers()
    return ack
  }

  async #send(parcel: Parcel): Promise<Ack> {
    const { world, sockets } = this.#ways
    if (this.#unserved(parcel)) return UNSERVED
    if (this.url) return sendByHttp(world, this.url, parcel)
    return sockets.send(parcel)
  }

  /** Without interactivity in its manifest, or once removed, an app has buttons that nobody serves. */
  #unserved({ type }: Parcel): boolean {
    const { app } = this.#ways.world
    const interactive = type === 'interactive' || type === 'options'
    return interactive && (app.removed || !app.manifest.settings.interactivity.is_enabled)
  }
}
