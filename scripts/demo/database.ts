import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenDatabase, openEmbedded } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'

const home = '.demo'

/**
 * An empty, migrated embedded database of the demo's own. The workspace lives in memory, so every demo begins anew;
 * a copy of the migrated database is kept, because a start from nothing takes seconds.
 */
export async function demoDatabase(): Promise<OpenDatabase> {
  await mkdir(home, { recursive: true })
  const kept = join(home, `migrated-${await fingerprint()}.tar`)
  if (!existsSync(kept)) await writeFile(kept, await migrated())
  await rm(join(home, 'data'), { recursive: true, force: true })
  return openEmbedded(join(home, 'data'), new Blob([new Uint8Array(await readFile(kept))]))
}

async function migrated(): Promise<Uint8Array> {
  const database = await openEmbedded()
  await migrate(database)
  if (database.engine.kind !== 'pglite') throw new Error('openEmbedded opens a PGlite')
  const dump = await database.engine.pglite.dumpDataDir('none')
  await database.close()
  return new Uint8Array(await dump.arrayBuffer())
}

async function fingerprint(): Promise<string> {
  const names = await readdir('migrations', { recursive: true })
  const files = names.filter((name) => /\.(sql|json)$/.test(name)).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(await readFile(join('migrations', file)))
  return hash.digest('hex').slice(0, 12)
}
