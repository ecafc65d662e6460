import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { orphansAmong } from './orphans.ts'
import type { Stage } from './stage.ts'

/** Less than this is waited for. */
const notWorthIt = 300

const queued = z.tuple([z.object({ busy: z.coerce.number(), wait: z.coerce.number().nullable() })])

/**
 * Lets the time go by that all work waits for, such as the seconds until a post may be searched for: the domain's clock
 * goes forward by so much, and the queue, which knows real time only, is made so much older.
 * @returns how to stop it.
 */
export function letTimePass(stage: Pick<Stage, 'clock' | 'replicas' | 'database'>): () => Promise<void> {
  let goesOn = true
  const findOrphans = orphansAmong(stage)
  const passing = async () => {
    for (let still = 0; goesOn; await pause(100)) {
      await findOrphans()
      const wait = await waitOf(stage)
      still = wait > notWorthIt ? still + 1 : 0
      if (still < 2) continue
      await forward(stage, wait)
      still = 0
    }
  }
  const done = passing()
  return () => {
    goesOn = false
    return done
  }
}

/** How many milliseconds all work that there is waits; 0 when there is none, or some that need not wait. */
async function waitOf({ database: { db } }: Pick<Stage, 'database'>): Promise<number> {
  const [{ busy, wait }] = queued.parse(
    await db.execute(sql`select
        count(*) filter (where state = 'active' or start_after <= now()) as busy,
        extract(epoch from min(start_after) - now()) * 1000 as wait
      from pgboss.job where state in ('created', 'retry', 'active') and name not like '%.dead'`),
  )
  return busy > 0 ? 0 : (wait ?? 0)
}

async function forward({ clock, replicas, database: { db } }: Parameters<typeof letTimePass>[0], by: number) {
  clock.advance(by)
  await replicas.setClock()
  await db.execute(sql`update pgboss.job set start_after = start_after - ${by} * interval '1 millisecond'
    where state in ('created', 'retry') and start_after > now()`)
}
