import { once } from 'node:events'
import { z } from 'zod'
import type { Order } from '../../test/setup/shipshape.ts'
import { type Replica, startReplica } from './replica.ts'

interface Running {
  readonly count: number
  /** What the replica at this place is started with. */
  readonly settings: (place: number) => Readonly<Record<string, string>>
  /** By how many milliseconds the domain's clock is ahead of the real one. */
  readonly ahead: () => number
}

const ids = z.array(z.string())

/** So often one may end by itself before it is clear that none can start. */
const mostCrashes = 5

/** Several processes of Shipshape on one database; whichever ends is started again. */
export class Replicas {
  kills = 0
  lastKill: Date | null = null
  /** How any ended that was not killed. */
  readonly crashes: string[] = []
  readonly #how: Running
  readonly #all: Replica[]
  #told: Promise<unknown> = Promise.resolve()
  #closing = false

  constructor(how: Running) {
    this.#how = how
    this.#all = Array.from({ length: how.count }, (_, place) => this.#start(place))
  }

  /** Resolves when all of them work. */
  async up(): Promise<void> {
    const all = await Promise.all(this.#all.map(works))
    if (this.crashes.length >= mostCrashes) throw new Error(this.crashes.join('; '))
    // Another has taken the place of one that ended before it worked.
    if (all.includes(false)) await this.up()
  }

  /** Where the one at this place is reached by HTTP; null while it does not work. */
  port(place: number): number | null {
    return this.#all[place]?.port ?? null
  }

  /** SIGKILL: nothing of it runs any more. Another takes its place. */
  kill(which: number): void {
    this.kills++
    this.lastKill = new Date()
    this.#all[which]?.child.kill('SIGKILL')
  }

  /** Puts all their clocks to the time. */
  async setClock(): Promise<void> {
    await this.#tell(() => ({ ahead: this.#how.ahead() }))
  }

  /** Has all of them look at what is due, at once, as if each had been elected. */
  async look(): Promise<void> {
    await this.#tell(() => 'look')
  }

  /** The ids of the jobs that those are at which work. */
  async jobs(): Promise<ReadonlySet<string>> {
    const told = await this.#tell(
      () => 'tell jobs',
      this.#all.filter(({ port }) => port !== null),
    )
    return new Set(told.flatMap((one) => ids.catch([]).parse(one)))
  }

  async close(): Promise<void> {
    this.#closing = true
    for (const { child } of this.#all) child.kill('SIGKILL')
    await Promise.all(this.#all.map(({ ended }) => ended))
  }

  /**
   * One order after the other. Resolves when each has done it, or is gone; whoever comes after has the time and looks
   * by itself.
   */
  #tell(order: () => Order, whom?: readonly Replica[]): Promise<readonly unknown[]> {
    const tell = async () => {
      if (!whom) await this.up()
      return Promise.all((whom ?? this.#all).map((replica) => obeyed(replica, order())))
    }
    const told = this.#told.then(tell)
    this.#told = told
    return told
  }

  #start(place: number): Replica {
    const { settings, ahead } = this.#how
    const replica = startReplica({ ...settings(place), AHEAD: String(ahead()) })
    void replica.ended.then((how) => this.#gone(place, how))
    return replica
  }

  #gone(place: number, how: string): void {
    if (this.#closing) return
    if (how !== 'SIGKILL') this.crashes.push(`a replica ended by itself with ${how}`)
    this.#all[place] = this.#start(place)
  }
}

/** Resolves with the answer, or when it is gone. */
function obeyed({ child, ended }: Replica, order: Order): Promise<unknown> {
  const answer = once(child, 'message').then(([said]) => said)
  child.send(order, () => {})
  return Promise.race([answer, ended])
}

const works = ({ up, ended }: Replica) => Promise.race([up.then(() => true), ended.then(() => false)])
