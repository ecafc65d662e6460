import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Order } from './replica.ts'

interface Replica {
  readonly child: ChildProcess
  /** Resolves when it works, or has ended. */
  readonly up: Promise<unknown>
  readonly ended: Promise<unknown>
}

export interface Running {
  readonly count: number
  /** The environment of each. */
  readonly settings: Readonly<Record<string, string>>
  /** By how many milliseconds their clock is ahead. */
  readonly ahead: () => number
}

/** Several processes of Shipshape on one database; whichever ends is started again. */
export class Replicas {
  readonly #how: Running
  readonly #all: Replica[]
  #closing = false
  kills = 0
  /** Those that ended without being killed. */
  crashes = 0

  constructor(how: Running) {
    this.#how = how
    this.#all = Array.from({ length: how.count }, (_, place) => this.#start(place))
  }

  /** Resolves when all of them work. */
  async up(): Promise<void> {
    for (let at = 0; at < this.#all.length; at++) {
      while (this.#all[at]?.child.exitCode !== null || this.#all[at]?.child.signalCode !== null)
        await this.#all[at]?.ended
      await this.#all[at]?.up
    }
  }

  /** SIGKILL: nothing of it runs any more. A new one takes its place. */
  kill(which: number): void {
    this.kills++
    this.#all[which]?.child.kill('SIGKILL')
  }

  /** Tells all of them, and waits until each has done it or is gone. */
  async order(order: Order): Promise<void> {
    await this.up()
    await Promise.all(this.#all.map((replica) => obeyed(replica, order)))
  }

  async close(): Promise<void> {
    this.#closing = true
    for (const { child } of this.#all) child.kill('SIGKILL')
    await Promise.all(this.#all.map(({ ended }) => ended))
  }

  #start(place: number): Replica {
    const { PATH = '', HOME = '' } = process.env
    const { settings, ahead } = this.#how
    const child = spawn(process.execPath, ['scripts/soak/replica.ts'], {
      env: { PATH, HOME, ...settings, PORT: '0', SOAK_AHEAD: String(ahead()) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const ended = once(child, 'close').then(([code, signal]) => this.#gone(place, code, signal))
    return { child, ended, up: Promise.race([once(child, 'message'), ended]) }
  }

  #gone(place: number, code: number | null, signal: string | null): void {
    if (this.#closing) return
    if (signal !== 'SIGKILL') {
      this.crashes++
      console.error(`a replica ended by itself with ${code ?? signal}`)
    }
    this.#all[place] = this.#start(place)
  }
}

async function obeyed({ child, ended }: Replica, order: Order): Promise<void> {
  const done = once(child, 'message')
  // To one that has just ended nothing can be said any more.
  child.send(order, () => {})
  await Promise.race([done, ended])
}
