import type { Tier } from './method.ts'

/** Calls a minute that Slack promises; it gives no figure for the special ones beyond "hundreds". */
const PER_MINUTE: Record<Tier, number> = { 1: 1, 2: 20, 3: 50, 4: 100, special: 300 }
const HISTORIES = ['conversations.history', 'conversations.replies']
/** Slack lets one post a second into a channel, and "short bursts" of more. */
const POSTS_AT_ONCE = 5

/** So many calls at once, and one more each time an interval has passed. */
interface Bucket {
  key: string
  most: number
  everyMs: number
}

interface Options {
  rateLimits?: 'off' | 'slack'
  distributed?: boolean
  stopwatch?: () => number
}

/** Counts the calls of one workspace, method by method, as Slack does. */
export class RateLimits {
  /** When each bucket will be full again. */
  readonly #fullAt = new Map<string, number>()
  readonly #on: boolean
  readonly #distributed: boolean
  readonly #now: () => number

  constructor({ rateLimits = 'off', distributed = false, stopwatch = () => performance.now() }: Options) {
    this.#on = rateLimits === 'slack'
    this.#distributed = distributed
    this.#now = stopwatch
  }

  /** Takes one call; when there is none left, the seconds until there is one, and nothing is taken. */
  take(method: string, tier: Tier, channel: unknown): number {
    if (!this.#on) return 0
    const buckets = this.#buckets(method, tier, channel)
    const wait = Math.max(...buckets.map((bucket) => this.#next(bucket) - bucket.most * bucket.everyMs))
    if (wait > this.#now()) return Math.ceil((wait - this.#now()) / 1000)
    for (const bucket of buckets) this.#fullAt.set(bucket.key, this.#next(bucket))
    return 0
  }

  /** When this bucket will be full again if one more is taken now. */
  #next({ key, everyMs }: Bucket): number {
    return Math.max(this.#now(), this.#fullAt.get(key) ?? 0) + everyMs
  }

  #buckets(method: string, tier: Tier, channel: unknown): Bucket[] {
    const most = PER_MINUTE[this.#distributed && HISTORIES.includes(method) ? 1 : tier]
    const ofMethod = { key: method, most, everyMs: 60_000 / most }
    if (method !== 'chat.postMessage') return [ofMethod]
    return [ofMethod, { key: `${method} ${String(channel)}`, most: POSTS_AT_ONCE, everyMs: 1000 }]
  }
}
