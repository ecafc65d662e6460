import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { features } from '../../src/app.ts'
import type { Ctx } from '../../src/ctx.ts'
import { type OpenDatabase, openPostgres } from '../../src/db/database.ts'
import type { ReleaseRef } from '../../src/feature.ts'
import { makeLog } from '../../src/log.ts'
import { openMeters } from '../../src/operation/meters.ts'
import { readRelease } from '../../src/releases/meant.ts'
import { releases, timeline } from '../../src/releases/tables.ts'
import { unlimited } from '../../src/slack/budget.ts'
import { webClient } from '../../src/slack/watched-client.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { products, workspace } from './organisation.ts'
import { planTemplate } from './template.ts'

/** What is on record: release `n` (from 1) has the id `bench-n` and the channel `CBENCHn`. */
export const channelOf = (n: number) => `CBENCH${n}`
const idOf = (n: number) => `bench-${n}`

/** Puts so many equal releases on record. The app has been started before: the people and the model are there. */
export async function seed(url: string, count: number): Promise<void> {
  const database = openPostgres(url, 2)
  const ctx = seedingCtx(database)
  const template = await planTemplate(ctx)
  await database.db.execute(drawn)
  // At once, because the app looks every minute for releases that have no channel yet.
  await database.db.transaction(async (tx) => {
    for (const table of tables) await tx.execute(copies(table, template, count))
  })
  await database.db.execute(sql`analyze`)
  await checked(ctx, count)
  await database.close()
}

/** As much of the app as its pipeline needs; what would follow a change is not enqueued. */
const seedingCtx = ({ db }: OpenDatabase): Ctx => ({
  workspace,
  db,
  jobs: {
    enqueue: async () => {},
    start: async () => {},
    rest: async () => {},
    stop: async () => {},
    up: async () => true,
  },
  slack: {
    web: webClient('none', 'http://127.0.0.1/', makeLog('silent')),
    me: { workspace, botUser: '', bot: '', address: '' },
  },
  budget: unlimited,
  log: makeLog('silent'),
  meters: openMeters(),
  features,
  now: () => new Date(),
  admins: [],
})

/** Its cards stand as they would after a while: posted, and drawn as they are wanted. */
const drawn = sql`update ${surfaces}
  set channel = 'C0', ts = '1700000000.000000', drawn = wanted, fingerprint = 'seeded'`

const tables: readonly PgTable[] = [
  releases,
  ...features.flatMap(({ part }) => Object.values(part?.rows ?? {}).map(({ table }) => table)),
  timeline,
  surfaces,
]

/** What differs from the template, by table and column. */
const differing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  releases: {
    id: `'bench-' || n`,
    product: `'product-' || n % ${products.length}`,
    version: 'n::text',
    key: `'product-' || n % ${products.length} || '-' || n`,
  },
  channels: { channel: `'CBENCH' || n`, name: `'rel-bench-' || n` },
  surfaces: { id: `id || n` },
}

function copies(table: PgTable, { id }: ReleaseRef, count: number) {
  const name = getTableName(table)
  const columns = Object.values(getTableColumns(table)).map((column) => column.name)
  const own: Readonly<Record<string, string>> = { release: `'bench-' || n`, ...differing[name] }
  const values = columns.map((column) => own[column] ?? `"${column}"`)
  const key = name === 'releases' ? 'id' : 'release'
  return sql`insert into ${table} (${sql.raw(columns.map((one) => `"${one}"`).join(', '))})
    select ${sql.raw(values.join(', '))} from ${table}, generate_series(1, ${sql.raw(String(count))}) n
    where ${sql.raw(key)} = ${id}`
}

/** @throws when the app reads something else than was to be put on record. */
async function checked(ctx: Ctx, count: number) {
  const read = await readRelease(ctx, { workspace, id: idOf(count) })
  if (!read) throw new Error('the last release is not there')
  const { scope, readiness, votes, execution, verification, channel } = read.release
  const counts = [
    scope.components,
    readiness.items,
    votes.rounds[0]?.ballots,
    execution.steps,
    verification.checks,
  ]
  const found = counts.map((one) => one?.length ?? 0).join()
  if (found !== '6,20,10,12,8' || channel?.id !== channelOf(count)) throw new Error(`seeded ${found}`)
}
