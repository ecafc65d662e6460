import { once } from 'node:events'
import type { Order } from '../../test/setup/shipshape.ts'
import { type Replica, startReplica } from './replica.ts'

interface Running {
  readonly count: number
  /** What the replica at this place is started with. */
  readonly settings: (place: number) => Readonly<Record<string, string>>
  /** By how many milliseconds the domain's clock is ahead of the real one. */
  readonly ahead: () => number
}

/** So often one may end by itself before it is clear that none can start. */
const mostCrashes = 5

/** Several processes of Shipshape on one database; whichever ends is started again. */
export class Replicas {
  kills = 0
  /** How any ended that was not killed. */
  readonly crashes: string[] = []
  readonly #how: Running
  readonly #all: Replica[]
  #told = Promise.resolve()
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
    this.#all[which]?.child.kill('SIGKILL')
  }

  /** Puts all their clocks to the time. */
  setClock(): Promise<void> {
    return this.#tell(() => ({ ahead: this.#how.ahead() }))
  }

  /** Has all of them look at what is due, at once, as if each had been elected. */
  look(): Promise<void> {
    return this.#tell(() => 'look')
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
  #tell(order: () => Order): Promise<void> {
    const tell = async () => {
      await this.up()
      const told = this.#all.map(({ child, ended }) => {
        const done = once(child, 'message')
        child.send(order(), () => {})
        return Promise.race([done, ended])
      })
      await Promise.all(told)
    }
    this.#told = this.#told.then(tell)
    return this.#told
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

const works = ({ up, ended }: Replica) => Promise.race([up.then(() => true), ended.then(() => false)])
