import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import { type OpenDatabase, openEmbedded, openPostgres } from '../src/db/database.ts'

/** Both engines, for `describe.each(engines)`. */
export const engines = ['pglite', 'postgres'] as const
export type Engine = (typeof engines)[number]

export interface TestDatabase extends OpenDatabase {
  /** For a second process on the same database; null for the embedded one. */
  readonly url: string | null
}

/** A migrated, empty database of its own. `close` drops it. */
export async function freshDatabase(engine: Engine): Promise<TestDatabase> {
  if (engine === 'pglite') {
    const dump = new Blob([new Uint8Array(await readFile(inject('pglite')))])
    return { ...(await openEmbedded(undefined, dump)), url: null }
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template shipshape_template`)
  const url = Object.assign(new URL(inject('postgres')), { pathname: `/${name}` }).href
  const database = openPostgres(url)
  const close = async () => {
    await database.close()
    await onServer(`drop database if exists ${name} with (force)`)
  }
  return { ...database, close, url }
}

/** Resolves once a statement on this PostgreSQL database waits for a lock that another holds. */
export async function oneWaits({ db }: TestDatabase): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity
    where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`
  while ((await db.$count(sql`(${waiting}) as waiting`)) === 0);
}

async function onServer(statement: string) {
  const server = openPostgres(inject('postgres'), 1)
  await server.db.execute(statement)
  await server.close()
}
