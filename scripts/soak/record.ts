import type { Database } from '../../src/db/database.ts'
import { releases } from '../../src/releases/tables.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { ballots } from '../../src/votes/tables.ts'

/** What the database holds of all lives. */
export interface OnRecord {
  /** The key of a release, by its id. */
  readonly keys: ReadonlyMap<string, string>
  readonly surfaces: ReadonlyMap<string, typeof surfaces.$inferSelect>
  readonly ballots: readonly (typeof ballots.$inferSelect)[]
}

export async function readRecord(db: Database): Promise<OnRecord> {
  const [all, kept, cast] = [
    await db.select({ id: releases.id, key: releases.key }).from(releases),
    await db.select().from(surfaces),
    await db.select().from(ballots),
  ]
  return {
    keys: new Map(all.map(({ id, key }) => [id, key])),
    surfaces: new Map(kept.map((row) => [row.id, row])),
    ballots: cast,
  }
}
