import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { type OpenDatabase, openEmbedded, openPostgres } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openJobs } from '../../src/jobs/jobs.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which each test file makes its own database from the template `shipshape`. */
    postgres: string
    /** A file with an embedded database that is migrated already. */
    pglite: string
  }
}

/** Migrates and installs the queue once per engine; every test file then starts from a copy. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'shipshape-test-'))
  const server = process.env.TEST_DATABASE_URL ? null : await startPostgres()
  const url = process.env.TEST_DATABASE_URL ?? server?.url ?? ''
  await migratedTemplate(url)
  const dump = join(folder, 'migrated.tar')
  await writeFile(dump, await migratedDump())
  project.provide('postgres', url)
  project.provide('pglite', dump)
  return async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(database: OpenDatabase) {
  await migrate(database)
  const jobs = await openJobs(database, '', [], pino({ level: 'silent' }))
  await jobs.stop()
}

async function migratedDump(): Promise<Uint8Array> {
  const database = await openEmbedded()
  await prepare(database)
  if (database.engine.kind !== 'pglite') throw new Error('openEmbedded opens a PGlite')
  const dump = await database.engine.pglite.dumpDataDir('none')
  await database.close()
  return new Uint8Array(await dump.arrayBuffer())
}

async function migratedTemplate(url: string) {
  const server = openPostgres(url, 1)
  await server.db.execute('drop database if exists shipshape_template with (force)')
  await server.db.execute('create database shipshape_template')
  await server.close()
  const template = openPostgres(Object.assign(new URL(url), { pathname: '/shipshape_template' }).href, 1)
  await prepare(template)
  await template.close()
}
