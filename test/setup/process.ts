import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface RunningProcess {
  readonly child: ChildProcess
  /** Everything it has printed. */
  readonly printed: () => string
  /** The port it said it listens on. */
  readonly port: number
  /** SIGKILL: nothing of it runs any more. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<number | null>
}

/** What `npm start` runs. */
const main = 'src/main.ts'

/** Shipshape on its own, as an operator runs it or by another `entry`: resolves when it says that it is ready. */
export async function startProcess(env: Record<string, string>, entry = main): Promise<RunningProcess> {
  const { child, printed, ended } = run(env, entry)
  const ready = Promise.withResolvers<number>()
  child.stdout?.on('data', () => {
    const port = /"port":(\d+).*Shipshape is ready/.exec(printed())?.[1]
    if (port) ready.resolve(Number(port))
  })
  void ended.then((code) => ready.reject(new Error(`it ended with ${code}: ${printed()}`)))
  const port = await ready.promise
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { child, printed, port, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') }
}

/** Runs it until it ends by itself; for starts that must fail. */
export async function runToEnd(
  env: Record<string, string>,
): Promise<{ code: number | null; printed: string }> {
  const { printed, ended } = run(env, main)
  return { code: await ended, printed: printed() }
}

/** What one process has compiled the next need not, which is a quarter of its start. */
const NODE_COMPILE_CACHE = join(tmpdir(), 'shipshape-compiled')

/** All of this machine that a process of Shipshape is given; the rest are its settings. */
export const surroundings = ({ PATH = '', HOME = '' } = process.env) => ({ PATH, HOME, NODE_COMPILE_CACHE })

/** The settings that load these files of this folder before Shipshape, to show that what watches it can fail. */
export const without = (...guards: string[]) => ({
  NODE_OPTIONS: guards.map((file) => `--import ${pathToFileURL(`test/setup/${file}`).href}`).join(' '),
})

function run(env: Record<string, string>, entry: string) {
  const child = spawn(process.execPath, [entry], {
    env: { ...surroundings(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk
    })
  }
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)))
  return { child, printed: () => text, ended }
}
