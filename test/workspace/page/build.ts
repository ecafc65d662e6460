import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const sources = import.meta.dirname
const cache = resolve(sources, '../../../node_modules/.cache/shipshape-page')

/** Builds the workspace's page when its sources changed, and answers the folder to serve. */
export async function buildPage(): Promise<string> {
  const folder = join(cache, await fingerprint())
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  await buildForUse(draft)
  await publish(draft, folder)
  return folder
}

/** Under a test runner's NODE_ENV the page would be built slow and talkative, for developing it. */
async function buildForUse(outDir: string): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(sources, 'vite.config.ts'), build: { outDir } })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** Two processes may build at once: the first to finish wins, nobody serves half a build. */
async function publish(draft: string, folder: string): Promise<void> {
  await rename(draft, folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error
  })
  await rm(draft, { recursive: true, force: true })
}

async function fingerprint(): Promise<string> {
  const names = await readdir(sources, { recursive: true })
  const read = names.filter((name) => /\.(tsx?|css|html|json)$/.test(name) && !name.includes('.test.'))
  const hash = createHash('sha256')
  for (const name of [
    ...read,
    '../protocol.ts',
    '../traffic/protocol.ts',
    '../../../package-lock.json',
  ].toSorted()) {
    hash.update(name).update(await readFile(join(sources, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
