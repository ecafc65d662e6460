import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Order } from './replica.ts'

interface Replica {
  readonly child: ChildProcess
  /** Resolves when it works. */
  readonly up: Promise<unknown>
  /** Resolves when it is gone. */
  readonly ended: Promise<unknown>
}

interface Running {
  readonly count: number
  readonly settings: Readonly<Record<string, string>>
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

  /** SIGKILL: nothing of it runs any more. Another takes its place. */
  kill(which: number): void {
    this.kills++
    this.#all[which]?.child.kill('SIGKILL')
  }

  /** Puts all their clocks to the time. */
  setClock(): Promise<void> {
    return this.#tell({ ahead: this.#how.ahead() })
  }

  /** Has all of them look at what is due, at once, as if each had been elected. */
  look(): Promise<void> {
    return this.#tell('look')
  }

  async close(): Promise<void> {
    this.#closing = true
    for (const { child } of this.#all) child.kill('SIGKILL')
    await Promise.all(this.#all.map(({ ended }) => ended))
  }

  /** Resolves when each has done it, or is gone; whoever comes after has the time and looks by itself. */
  async #tell(order: Order): Promise<void> {
    await this.up()
    const told = this.#all.map(({ child, ended }) => {
      const done = once(child, 'message')
      child.send(order, () => {})
      return Promise.race([done, ended])
    })
    await Promise.all(told)
  }

  #start(place: number): Replica {
    const { PATH = '', HOME = '' } = process.env
    const { settings, ahead } = this.#how
    const child = spawn(process.execPath, ['scripts/soak/replica.ts'], {
      env: { PATH, HOME, ...settings, PORT: '0', SOAK_AHEAD: String(ahead()) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const up = once(child, 'message')
    const ended = once(child, 'close').then(([code, signal]) => this.#gone(place, code, signal))
    return { child, up, ended }
  }

  #gone(place: number, code: number | null, signal: string | null): void {
    if (this.#closing) return
    if (signal !== 'SIGKILL') this.crashes.push(`a replica ended by itself with ${code ?? signal}`)
    this.#all[place] = this.#start(place)
  }
}

const works = ({ up, ended }: Replica) => Promise.race([up.then(() => true), ended.then(() => false)])
