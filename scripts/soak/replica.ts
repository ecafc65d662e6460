import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'
import { surroundings } from '../../test/setup/process.ts'

/** One process of Shipshape that obeys its parent. */
export interface Replica {
  readonly child: ChildProcess
  /** Resolves when it works. */
  readonly up: Promise<unknown>
  /** Where it listens; null until it works and once it is gone. */
  readonly port: number | null
  /** Resolves when it is gone, with its code or the signal that ended it. */
  readonly ended: Promise<string>
}

const ready = z.tuple([z.object({ port: z.number() }), z.unknown()])

export function startReplica(settings: Readonly<Record<string, string>>): Replica {
  const child = spawn(process.execPath, ['test/setup/shipshape.ts'], {
    env: { ...surroundings(), ...settings, PORT: '0', TICKING: 'yes' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let port: number | null = null
  const up = once(child, 'message').then((said) => {
    port = ready.parse(said)[0].port
  })
  child.once('exit', () => {
    port = null
  })
  const ended = once(child, 'close').then(([code, signal]) => String(code ?? signal))
  return {
    child,
    up,
    ended,
    get port() {
      return port
    },
  }
}
