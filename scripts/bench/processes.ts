import { execFileSync, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Started {
  readonly port: number
  /** Resident memory in MiB. */
  readonly memory: () => number
  readonly stop: () => Promise<void>
}

/** Runs a file in a Node of its own; resolves once it prints the port on which it listens. */
export async function startNode(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const ready = Promise.withResolvers<number>()
  createInterface(child.stdout).on('line', (line) => {
    const port = /"port":(\d+)/.exec(line)?.[1]
    if (port) ready.resolve(Number(port))
    if (/"level":(50|60)/.test(line)) console.error(line)
  })
  void ended.then(() => ready.reject(new Error(`${args.join(' ')} ended`)))
  const port = await ready.promise
  return {
    port,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
