import { EventEmitter } from 'node:events'
import type { World } from './world/world.ts'

/** One call of the Web API, as it came in and as it was answered. */
export interface ApiCall {
  kind: 'call'
  method: string
  args: Record<string, unknown>
  token: string
  /** The kind of fault that it met. */
  fault?: string
  answer?: Record<string, unknown>
  status?: number
  /** The app never got the answer: the connection broke before. */
  dropped?: boolean
  at: number
  ms?: number
}

/** One attempt to tell the app something. */
export interface Delivery {
  kind: 'delivery'
  type: 'event' | 'command' | 'interactive' | 'options'
  /** The event's type, the command, or the interaction's type. */
  name: string
  payload: Record<string, unknown>
  by: 'http' | 'socket' | 'nothing'
  attempt: number
  /** The kind of fault that it met. */
  fault?: string
  ack?: Ack
  at: number
  ms?: number
}

/** What the app sent to a response URL, and Slack's word back. */
export interface ResponsePost {
  kind: 'response'
  url: string
  body: unknown
  /** The kind of fault that it met. */
  fault?: string
  answer?: string
  status?: number
  dropped?: boolean
  at: number
  ms?: number
}

export type Entry = ApiCall | Delivery | ResponsePost

/** How the app took a delivery; `error` in the word that Slack shows to the person who acted. */
export type Ack = { ok: true; body: unknown } | { ok: false; error: string; reason: string }

/** What went between the app and the workspace, oldest first; the newest of it when told how much to keep. */
export class Traffic {
  readonly all: Entry[] = []
  /** An entry began, or came to its end. */
  readonly news = new EventEmitter<{ moved: [Entry] }>().setMaxListeners(0)
  readonly #world: World
  readonly #most: number
  readonly #underWay = new Set<Entry>()

  constructor(world: World, most = Number.POSITIVE_INFINITY) {
    this.#world = world
    this.#most = most
  }

  /** Whether an event was told that the app has not acknowledged yet. */
  get hasEventsUnderWay(): boolean {
    return [...this.#underWay].some((entry) => entry.kind === 'delivery' && entry.type === 'event')
  }

  begin<E extends Entry>(entry: E): E {
    this.all.push(entry)
    if (this.all.length > this.#most) this.all.shift()
    this.#underWay.add(entry)
    this.news.emit('moved', entry)
    return entry
  }

  /** Completes an entry; whoever waits for traffic looks again. */
  end<E extends Entry>(entry: E, outcome: Partial<E>): void {
    Object.assign(entry, outcome, { ms: Date.now() - entry.at })
    this.#underWay.delete(entry)
    this.news.emit('moved', entry)
    this.#world.changed()
  }

  calls(method: string): ApiCall[] {
    return this.all.filter((entry): entry is ApiCall => entry.kind === 'call' && entry.method === method)
  }

  deliveries(name?: string): Delivery[] {
    return this.all.filter(
      (entry): entry is Delivery => entry.kind === 'delivery' && (name === undefined || entry.name === name),
    )
  }
}
