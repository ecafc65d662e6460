import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { answered } from '../db/answered.ts'
import type { Database } from '../db/database.ts'
import type { QueueStanding } from '../operation/meters.ts'

const counted = z.object({ name: z.string(), waiting: z.coerce.number(), oldest: z.coerce.number() })

/** What waits in each of these jobs' queues. Queues live in real time, whatever the domain's clock says. */
export async function standing(
  db: Database,
  workspace: string,
  jobs: readonly string[],
): Promise<QueueStanding[]> {
  // `state < 'active'` as pg-boss's own index has it: what ended stays in the table for days.
  const answer: unknown = await db.execute(sql`
    select name, count(*)::int as waiting,
      greatest(0, extract(epoch from now() - min(start_after)))::float as oldest
    from pgboss.job where state < 'active' and name like ${`%.${workspace}`} group by name`)
  const found = new Map(
    answered(counted)
      .parse(answer)
      .map((row) => [row.name, row]),
  )
  return jobs.map((queue) => {
    const { waiting, oldest } = found.get(`${queue}.${workspace}`) ?? { waiting: 0, oldest: 0 }
    return { queue, waiting, oldest }
  })
}
