import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { startPostgres } from '../../test/setup/postgres.ts'

export interface BenchDatabase {
  readonly url: string
  readonly close: () => Promise<void>
}

/** An empty database of the bench's own, on the server of DATABASE_URL or on one that it starts. */
export async function openBenchDatabase(given: string | undefined): Promise<BenchDatabase> {
  const server = given ? null : await startPostgres()
  const serverUrl = given ?? server?.url ?? ''
  const name = `shipshape_bench_${randomBytes(4).toString('hex')}`
  await onServer(serverUrl, `create database ${name}`)
  return {
    url: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href,
    close: async () => {
      await onServer(serverUrl, `drop database ${name} with (force)`)
      await server?.stop()
    },
  }
}

async function onServer(url: string, statement: string) {
  const server = postgres(url, { max: 1, onnotice: () => {} })
  await server.unsafe(statement)
  await server.end()
}
