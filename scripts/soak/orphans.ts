import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../src/db/database.ts'
import type { Stage } from './stage.ts'

type Among = Pick<Stage, 'replicas' | 'database'>

const listed = z.array(z.object({ id: z.string() }))
/** How long after a first look nobody must have begun a job that looked like an orphan. */
const certain = 500

/**
 * Finds jobs whose replica was killed: begun before, and none of those that live is at them, now and half a second ago.
 * The queue would know after ten seconds without a sign of life; so much older is the last one made.
 */
export function orphansAmong({ replicas, database: { db } }: Among): () => Promise<void> {
  let seen = { kills: 0, ids: new Set<string>(), at: 0 }
  return async () => {
    const { kills, lastKill } = replicas
    const isTime = performance.now() - seen.at >= certain
    if (!lastKill || !isTime || (seen.kills === kills && seen.ids.size === 0)) return
    const begun = listed.parse(
      await db.execute(sql`select id from pgboss.job
        where state = 'active' and started_on < ${lastKill.toISOString()}::timestamptz`),
    )
    const atWork = await replicas.jobs()
    const left = begun.map(({ id }) => id).filter((id) => !atWork.has(id))
    for (const id of left.filter((one) => seen.ids.has(one))) await tenSecondsPass(db, id)
    seen = { kills, ids: new Set(left), at: performance.now() }
  }
}

/** For this job, and for whoever counts how long the queues were not looked at. */
async function tenSecondsPass(db: Database, id: string) {
  await db.execute(sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '10 seconds'
    where id = ${id} and state = 'active'`)
  await db.execute(sql`update pgboss.queue set monitor_claim_on = monitor_claim_on - interval '10 seconds'`)
}
