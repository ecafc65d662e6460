import { existsSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { adviceFor } from '../../src/advice.ts'
import { type OpenDatabase, openEmbedded, openPostgres } from '../../src/db/database.ts'
import { FolderInUse } from '../../src/db/folder-lock.ts'
import { faultOf } from '../../src/operation/fault.ts'
import { checkClock } from './clock.ts'
import { type Finding, unwell, well } from './finding.ts'

const oldest = 15
const one = sql`(select 1) as one`

/** The database that the settings name: is it there, new enough, migrated, and does it agree on the time? */
export async function checkDatabase({
  DATABASE_URL: url,
  DATA_DIR: folder,
}: {
  readonly DATABASE_URL?: string | undefined
  readonly DATA_DIR: string
}): Promise<readonly Finding[]> {
  if (!url && !existsSync(folder))
    return [well(`the embedded database will be made in ${folder} at the first start`)]
  let database: OpenDatabase | undefined
  try {
    database = url ? openPostgres(url, 1) : await openEmbedded(folder)
    return await inside(database)
  } catch (error) {
    if (error instanceof FolderInUse) return [well(`the embedded database in ${folder} is in use`)]
    const fix = adviceFor(error) ?? 'Check DATABASE_URL, such as postgres://user:secret@host/shipshape.'
    return [unwell(`the database cannot be used: ${lastWords(error)}`, fix)]
  } finally {
    await database?.close()
  }
}

async function inside({ db, engine }: OpenDatabase): Promise<readonly Finding[]> {
  const asked = {
    version: sql<number>`current_setting('server_version_num')::int / 10000`,
    now: sql<number>`extract(epoch from clock_timestamp())::float`,
    table: sql<string | null>`to_regclass('drizzle.__drizzle_migrations')::text`,
  }
  const [found] = await db.select(asked).from(one)
  if (!found) throw new Error('a database answers what it is asked')
  const { version, now, table } = found
  return [
    version >= oldest
      ? well(`PostgreSQL ${version} answers`)
      : unwell(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${oldest} or newer.`),
    table && (await isMigrated(db))
      ? well('its schema is up to date')
      : unwell(
          'its schema is not up to date',
          'Run "npm run db:migrate", or start Shipshape, which does the same.',
        ),
    ...(engine.kind === 'postgres' ? [checkClock('the database', new Date(now * 1000), new Date())] : []),
  ]
}

async function isMigrated(db: OpenDatabase['db']): Promise<boolean> {
  const wanted = readMigrationFiles({ migrationsFolder: 'migrations' })
  const [last] = await db
    .select({ at: sql<string | null>`max(created_at)` })
    .from(sql`drizzle.__drizzle_migrations`)
  return Number(last?.at ?? 0) >= Math.max(...wanted.map(({ folderMillis }) => folderMillis))
}

/** What the database itself said, not the query that met it. */
function lastWords(error: unknown): string {
  let fault = faultOf(error)
  while (fault.causes?.[0]) fault = fault.causes[0]
  return fault.message || (fault.code ?? fault.type)
}
