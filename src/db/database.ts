import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
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

/** The embedded PostgreSQL in `folder`, which one process at a time may open; without a folder, in memory. */
export async function openEmbedded(folder?: string, dump?: Blob): Promise<OpenDatabase> {
  if (folder) await mkdir(folder, { recursive: true })
  const unlock = folder ? await lockFolder(folder) : async () => {}
  const pglite = await PGlite.create({
    ...(folder && { dataDir: folder }),
    ...(dump && { loadDataDir: dump }),
  })
  await pglite.exec("set time zone 'UTC'")
  const close = async () => {
    await pglite.close()
    await unlock()
  }
  return { db: overPglite(pglite), engine: { kind: 'pglite', pglite }, close }
}
