import { mkdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as overPglite } from 'drizzle-orm/pglite'
import { drizzle as overPostgres } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { lockFolder } from './folder-lock.ts'
import { preparing } from './prepared.ts'

/** What both engines offer. Inside `transaction` only the `tx` that it hands over may be used. */
export type Database = PgDatabase<PgQueryResultHKT>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** An open database with what the queue needs to share it. */
export interface OpenDatabase {
  readonly db: Database
  readonly engine:
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
    | { readonly kind: 'postgres'; readonly url: string }
  readonly close: () => Promise<void>
}

/** PostgreSQL 15 or newer behind `url`. */
export function openPostgres(url: string, connections = 10): OpenDatabase {
  const client = postgres(url, { max: connections, onnotice: () => {}, connection: { TimeZone: 'UTC' } })
  return {
    db: overPostgres(preparing(client)),
    engine: { kind: 'postgres', url },
    close: () => client.end({ timeout: 5 }),
  }
}

/** The driver asks again for ever where something listens that is no PostgreSQL. @throws after so many milliseconds. */
export async function answering({ db }: OpenDatabase, patience = 10_000): Promise<void> {
  const late = pause(patience, undefined, { ref: false }).then(() => {
    throw Object.assign(new Error('the database does not answer'), { code: 'CONNECT_TIMEOUT' })
  })
  await Promise.race([db.execute(sql`select 1`), late])
}

/**
 * The embedded PostgreSQL in `folder`, which one process at a time may open; without a folder, in memory.
 * @throws FolderInUse, FolderUnusable
 */
export async function openEmbedded(folder?: string, dump?: Blob): Promise<OpenDatabase> {
  const filled = dump && { loadDataDir: dump }
  if (!folder) return embedded(await PGlite.create(filled))
  const unusable = (cause: unknown) => {
    throw new FolderUnusable(folder, { cause })
  }
  await mkdir(folder, { recursive: true }).catch(unusable)
  const unlock = await lockFolder(folder)
  return embedded(await PGlite.create(folder, filled).catch(unusable), unlock)
}

async function embedded(pglite: PGlite, unlock = async () => {}): Promise<OpenDatabase> {
  await pglite.exec("set time zone 'UTC'")
  const close = async () => {
    await pglite.close()
    await unlock()
  }
  return { db: overPglite(pglite), engine: { kind: 'pglite', pglite }, close }
}

export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable'
  constructor(folder: string, options: { readonly cause: unknown }) {
    const why = options.cause instanceof Error ? options.cause.message : ''
    super(
      `${folder} cannot hold the embedded database (${why}). Set DATA_DIR to a folder that this user may write to, or bring this one back from a copy.`,
      options,
    )
  }
}
