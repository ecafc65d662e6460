import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openJobs } from '../../src/jobs/jobs.ts'
import { freshDatabase } from '../databases.ts'
import { log } from './queue.ts'

test('what waits is found by its key, whichever replica comes first', async () => {
  const database = await freshDatabase('postgres')
  const replicas = await Promise.all([1, 2, 3].map(() => openJobs(database, 'T1', [], log)))
  const plan = await database.db.transaction(async (tx) => {
    // A table this small is read as a whole, unless told not to.
    await tx.execute(sql`set local enable_seqscan = off`)
    return tx.execute(sql`explain (format json) select id from pgboss.job
      where name = 'draw.T1' and singleton_key = 'draw:r1' and state < 'active'`)
  })
  expect(JSON.stringify(plan)).toContain('"Index Name":"shipshape_waiting"')
  for (const jobs of replicas) await jobs.stop()
  await database.close()
})
