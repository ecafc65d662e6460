import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'

/** Any number, as long as every replica uses the same. */
const indexLock = 7_447_474

/**
 * By its key pg-boss finds what waits only by looking through all that waits, and no index of its own fits: a
 * millisecond with a thousand waiting. Replicas that start together wait for one another, and one that finds it made
 * locks nothing.
 */
export const indexWaiting = (db: Database) =>
  db.execute(sql`do $$ begin
    if to_regclass('pgboss.shipshape_waiting') is null then
      perform pg_advisory_xact_lock(${sql.raw(String(indexLock))});
      create index if not exists shipshape_waiting on pgboss.job_common (name, singleton_key) where state < 'active';
    end if;
  end $$`)
