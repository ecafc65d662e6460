import type { Engine } from '../engine.ts'
import type { Reader } from '../text/display.ts'
import { until } from '../waiting.ts'
import { findMessage, repliesTo } from '../world/messages.ts'
import type { Channel, Member } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { type Place, placeFor } from './place.ts'
import { list, type Match, matches, type Shown, showHome, showMessage } from './shown.ts'

export interface Waiting {
  timeoutMs?: number
  /** Only what came after this one. */
  after?: Shown
}

/** What one person sees, now or as soon as it is there. */
export class Eyes {
  readonly member: Member
  readonly engine: Engine

  constructor(engine: Engine, member: Member) {
    this.engine = engine
    this.member = member
  }

  get id(): string {
    return this.member.id
  }

  get world(): World {
    return this.engine.world
  }

  get reader(): Reader {
    return { world: this.world, person: this.member }
  }

  /** What this person sees in a place, oldest first; replies are in their threads. */
  sees(place: Place): Shown[] {
    const channel = placeFor(this.world, this.member, place)
    const main = channel.messages.filter((one) => !one.threadTs || one.broadcast)
    const own = channel.ephemerals.filter((one) => one.to === this.id && !one.threadTs)
    const all = [...main, ...own].toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
    return all.map((one) => showMessage(this.reader, channel, one))
  }

  /** The first message in a place that matches, now or as soon as it is there. */
  waits(place: Place, match: Match, waiting: Waiting = {}): Promise<Shown> {
    return this.#first(() => this.sees(place), `in ${place}`, match, waiting)
  }

  /** The replies under a message, oldest first. */
  thread(shown: Shown): Shown[] {
    const channel = this.#channel(shown)
    const parent = shown.threadTs ?? shown.ts
    const own = channel.ephemerals.filter((one) => one.to === this.id && one.threadTs === parent)
    const all = [...repliesTo(channel, parent), ...own].toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
    return all.map((one) => showMessage(this.reader, channel, one))
  }

  /** The first reply under a message that matches, now or as soon as it is there. */
  waitsInThread(shown: Shown, match: Match, waiting: Waiting = {}): Promise<Shown> {
    return this.#first(() => this.thread(shown), `in the thread of "${shown.fallback}"`, match, waiting)
  }

  /** The app's Home tab as last published for this person. */
  home(): Shown {
    const published = this.world.homes.get(this.id)
    if (!published) throw new Error(`nothing is published on ${this.member.handle}'s Home tab`)
    return showHome(this.reader, published)
  }

  waitsAtHome(match: Match, waiting: Waiting = {}): Promise<Shown> {
    const see = () => (this.world.homes.has(this.id) ? [this.home()] : [])
    return this.#first(see, 'on the Home tab', match, waiting)
  }

  /** A message, or Home, as it is displayed now. */
  again(shown: Shown): Shown {
    return 'view' in shown.where ? this.home() : this.at(this.#channel(shown), shown.ts)
  }

  protected at(channel: Channel, ts: string): Shown {
    const own = channel.ephemerals.find((one) => one.ts === ts && one.to === this.id)
    const message = own ?? findMessage(channel, ts)
    if (!message) throw new Error(`that message is no longer displayed to ${this.member.handle}`)
    return showMessage(this.reader, channel, message)
  }

  /** Every message that notified this person, in all places. */
  pings(): Shown[] {
    return [...this.world.channels.values()].flatMap((channel) => {
      const mine = channel.messages.filter((one) => one.pings.includes(this.id))
      return mine.map((one) => showMessage(this.reader, channel, one))
    })
  }

  #channel(shown: Shown): Channel {
    const channel = this.world.channels.get(shown.channel)
    if (!channel) throw new Error(`"${shown.fallback}" stands in no channel`)
    return channel
  }

  #first(see: () => Shown[], where: string, match: Match, { timeoutMs, after }: Waiting): Promise<Shown> {
    const ask = () => see().find((shown) => (!after || shown.ts > after.ts) && matches(shown, match))
    const giveUp = () => `${this.member.handle} does not see ${String(match)} ${where}; ${list(see())}`
    return until(this.world, ask, { timeoutMs, giveUp })
  }
}
