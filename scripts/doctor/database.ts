import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { adviceFor } from '../../src/advice.ts'
import { answering, type OpenDatabase, openEmbedded, openPostgres } from '../../src/db/database.ts'
import { FolderInUse } from '../../src/db/folder-lock.ts'
import { faultOf } from '../../src/operation/fault.ts'
import { checkClock } from './clock.ts'
import { type Finding, unwell, well } from './finding.ts'
import { checkSchema, checkWorkspace } from './schema.ts'

const oldest = 15
const one = sql`(select 1) as one`

interface Where {
  readonly DATABASE_URL?: string | undefined
  readonly DATA_DIR: string
}

/**
 * The database that the settings name: is it there, new enough, migrated, this workspace's, and does it agree on the
 * time?
 * @param workspace null while nobody knows whose the token is.
 */
export async function checkDatabase(
  { DATABASE_URL: url, DATA_DIR: folder }: Where,
  workspace: string | null,
): Promise<readonly Finding[]> {
  if (!url && !(await exists(folder))) return [await checkPlace(folder)]
  let database: OpenDatabase | undefined
  try {
    database = url ? openPostgres(url, 1) : await openEmbedded(folder)
    await answering(database, 5_000)
    return await inside(database, workspace)
  } catch (error) {
    if (error instanceof FolderInUse) return [well(`the embedded database in ${folder} is in use`)]
    const fix = adviceFor(error) ?? 'Look at what it says, and at DATABASE_URL or DATA_DIR.'
    return [unwell(`the database cannot be used: ${lastWords(error)}`, fix)]
  } finally {
    await database?.close()
  }
}

async function inside({ db, engine }: OpenDatabase, workspace: string | null): Promise<readonly Finding[]> {
  const asked = {
    version: sql<number>`current_setting('server_version_num')::int / 10000`,
    now: sql<number>`extract(epoch from clock_timestamp())::float`,
    any: sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null`,
    may: sql<boolean>`has_database_privilege(current_database(), 'create')`,
  }
  const [found] = await db.select(asked).from(one)
  if (!found) throw new Error('a database answers what it is asked')
  const { version, now, any, may } = found
  const schema = await checkSchema(db, { any, may })
  return [
    version >= oldest
      ? well(`PostgreSQL ${version} answers`)
      : unwell(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${oldest} or newer.`),
    schema,
    ...(schema.kind === 'ok' && workspace ? await checkWorkspace(db, workspace) : []),
    ...(engine.kind === 'postgres' ? [checkClock('the database', new Date(now * 1000), new Date())] : []),
  ]
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Whether the folder can be made where it is wanted. */
async function checkPlace(folder: string): Promise<Finding> {
  let above = dirname(resolve(folder))
  while (!(await exists(above))) above = dirname(above)
  const isFolder = (await stat(above)).isDirectory()
  const may =
    isFolder &&
    (await access(above, constants.W_OK).then(
      () => true,
      () => false,
    ))
  return may
    ? well(`the embedded database will be made in ${folder} at the first start`)
    : unwell(
        `the embedded database cannot be made in ${folder}`,
        'Set DATA_DIR to where this user may write.',
      )
}

/** What the database itself said, not the query that met it. */
function lastWords(error: unknown): string {
  let fault = faultOf(error)
  while (fault.causes?.[0]) fault = fault.causes[0]
  return fault.message || (fault.code ?? fault.type)
}
