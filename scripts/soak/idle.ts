import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../src/db/database.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'

const counted = z.tuple([z.object({ n: z.coerce.number() })])

/** Resolves when no work waits, runs or is put off, and every event has arrived. */
export async function untilIdle(db: Database, slack: Workspace): Promise<void> {
  const work = sql`select count(*)::int as n from pgboss.job
    where state in ('created', 'retry', 'active') and name not like '%.dead'`
  for (let quiet = 0; quiet < 2; ) {
    const [{ n }] = counted.parse(await db.execute(work))
    quiet = n === 0 && !slack.traffic.hasEventsUnderWay ? quiet + 1 : 0
    await pause(50)
  }
}
