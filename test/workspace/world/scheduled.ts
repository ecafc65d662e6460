import { randomInt } from 'node:crypto'
import { type Draft, post } from './messages.ts'
import { Refusal } from './refusal.ts'
import type { Channel } from './shapes.ts'
import type { World } from './world.ts'

const FARTHEST = 120 * 86_400
const WINDOW = 300
const MOST_IN_WINDOW = 30
/** Slack lets nothing go that it is about to send. */
const TOO_LATE = 60
const LOOK_EVERY_MS = 100

export interface Scheduled {
  id: string
  channel: Channel
  /** Seconds. */
  postAt: number
  created: number
  draft: Draft
}

/** Messages that wait for their time on the workspace's clock. */
export class ScheduledMessages {
  readonly #world: World
  #waiting: Scheduled[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(world: World) {
    this.#world = world
  }

  get all(): readonly Scheduled[] {
    return this.#waiting
  }

  add(channel: Channel, postAt: number, draft: Draft): Scheduled {
    const created = this.#world.seconds()
    if (postAt <= created) throw new Refusal('time_in_past')
    if (postAt > created + FARTHEST) throw new Refusal('time_too_far')
    if (this.#near(channel, postAt).length >= MOST_IN_WINDOW) throw new Refusal('restricted_too_many')
    const scheduled = { id: `Q${randomInt(1e9, 1e10)}`, channel, postAt, created, draft }
    this.#waiting.push(scheduled)
    this.#timer ??= setInterval(() => this.#postDue(), LOOK_EVERY_MS).unref()
    return scheduled
  }

  cancel(channel: Channel, id: string): void {
    const found = this.#waiting.find((one) => one.id === id && one.channel === channel)
    if (!found || found.postAt - this.#world.seconds() < TOO_LATE)
      throw new Refusal('invalid_scheduled_message_id')
    this.#keep((one) => one !== found)
  }

  close(): void {
    this.#keep(() => false)
  }

  #near(channel: Channel, postAt: number): Scheduled[] {
    const windowOf = (seconds: number) => Math.floor(seconds / WINDOW)
    return this.#waiting.filter((one) => one.channel === channel && windowOf(one.postAt) === windowOf(postAt))
  }

  #postDue(): void {
    const now = this.#world.seconds()
    const due = this.#waiting.filter((one) => one.postAt <= now)
    this.#keep((one) => one.postAt > now)
    for (const { channel, draft } of due) {
      // Slack has a fault here: what carries metadata never comes.
      if (!channel.archived && draft.metadata === undefined) post(this.#world, channel, draft)
    }
  }

  #keep(wanted: (one: Scheduled) => boolean): void {
    this.#waiting = this.#waiting.filter(wanted)
    if (this.#waiting.length > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
