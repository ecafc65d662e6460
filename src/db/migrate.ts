import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle as overPglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { drizzle as overPostgres } from 'drizzle-orm/postgres-js'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { OpenDatabase } from './database.ts'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
/** Any number, as long as every replica uses the same. */
const migrationLock = 7_447_473

/** Brings the schema up to date. Replicas that start together wait for one another. */
export async function migrate({ engine }: OpenDatabase): Promise<void> {
  if (engine.kind === 'pglite') return migratePglite(overPglite(engine.pglite), { migrationsFolder })
  // An advisory lock belongs to a session, so this runs on one connection of its own.
  const client = postgres(engine.url, { max: 1, onnotice: () => {} })
  const db = overPostgres(client)
  try {
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`)
    await migratePostgres(db, { migrationsFolder })
  } finally {
    await client.end()
  }
}
