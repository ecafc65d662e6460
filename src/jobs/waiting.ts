import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { answered } from '../db/answered.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { Task } from './job.ts'

/**
 * Lets what waits under this key begin at once, with this payload, and keeps it locked until the transaction ends:
 * begun before, it would work on what the transaction is about to change. pg-boss's own `upsert` compares all that
 * waits with all that waits where a queue has grown faster than its statistics; this finds it by the unique index.
 * @returns whether anything waited.
 */
export async function broughtForward(
  tx: Transaction | Database,
  queue: string,
  key: string,
  payload: Task['payload'],
): Promise<boolean> {
  const answer: unknown = await tx.execute(sql`
    update pgboss.job set start_after = now(), data = ${JSON.stringify(payload)}::jsonb
    where name = ${queue} and policy = 'stately' and state in ('created', 'retry')
      and coalesce(singleton_key, '') = ${key}
    returning id`)
  return answered(z.unknown()).parse(answer).length > 0
}
