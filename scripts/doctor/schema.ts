import { count, eq, max, ne } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { bigint, pgSchema } from 'drizzle-orm/pg-core'
import type { Database } from '../../src/db/database.ts'
import { directorySyncs } from '../../src/people/tables.ts'
import { releases } from '../../src/releases/tables.ts'
import { type Finding, unwell, well } from './finding.ts'

const migrations = pgSchema('drizzle').table('__drizzle_migrations', {
  at: bigint('created_at', { mode: 'number' }),
})

/** Whether the tables are those of this version. @param made whether any were made yet, and whether the user may. */
export async function checkSchema(
  db: Database,
  made: { readonly any: boolean; readonly may: boolean },
): Promise<Finding> {
  const wanted = readMigrationFiles({ migrationsFolder: 'migrations' }).map(
    ({ folderMillis }) => folderMillis,
  )
  const [last] = made.any ? await db.select({ at: max(migrations.at) }).from(migrations) : []
  const at = last?.at ?? 0
  const newest = Math.max(...wanted)
  if (at > newest)
    return unwell(
      'its schema is newer than this Shipshape',
      'Start the newer version again, or one after it.',
    )
  if (at === newest) return well('its schema is up to date')
  const missing = wanted.filter((one) => one > at).length
  const lacks = `its schema lacks ${missing} of ${wanted.length} migrations`
  return made.may
    ? unwell(lacks, 'Run "npm run db:migrate", or start Shipshape, which does the same.')
    : unwell(`${lacks}, and its user may not make them`, 'As its owner say: grant create on database … to …')
}

/** A token of another workspace is taken, and then nothing of what is on record is found. */
export async function checkWorkspace(db: Database, workspace: string): Promise<readonly Finding[]> {
  const [known] = await db.select().from(directorySyncs).where(eq(directorySyncs.workspace, workspace))
  const others = await db
    .select({ workspace: releases.workspace, held: count() })
    .from(releases)
    .where(ne(releases.workspace, workspace))
    .groupBy(releases.workspace)
  if (known || others.length === 0) return []
  const whose = others.map(({ workspace: other, held }) => `${held} of ${other}`).join(', ')
  return [
    unwell(
      `the database holds releases of another workspace (${whose}), and none of ${workspace}`,
      'Set the SLACK_BOT_TOKEN of that one, or another DATABASE_URL. If both shall share it, start Shipshape.',
    ),
  ]
}
