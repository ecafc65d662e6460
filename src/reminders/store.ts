import { and, eq, gt, gte } from 'drizzle-orm'
import type { Database, Transaction } from '../db/database.ts'
import { partOf, rowsOf } from '../db/rows.ts'
import type { Writers } from '../feature.ts'
import { people } from '../people/tables.ts'
import { surfaces } from '../surfaces/tables.ts'
import type { Morning } from '../time/mornings.ts'
import { approaches, mornings } from './tables.ts'

export const approachesPart = partOf({ approaches: rowsOf(approaches, approaches.number) }, (rows) => ({
  approaches: rows.approaches.map(({ target, offset, date }) => ({ target, offset, date })),
}))

export const writeApproaches: Writers = {
  targetApproaching: (tx, { workspace, id: release }, { target, offset, date }, after) =>
    tx
      .insert(approaches)
      .values({ workspace, release, number: after.approaches.length, target, offset, date }),
}

/** Every zone in which somebody of the workspace lives. */
export async function zonesOfPeople(db: Database, workspace: string): Promise<string[]> {
  const found = await db
    .selectDistinct({ zone: people.zone })
    .from(people)
    .where(and(eq(people.workspace, workspace), eq(people.deleted, false), eq(people.guest, false)))
  return found.map(({ zone }) => zone)
}

/** The mornings from this date on that were looked at already. */
export const lookedAt = (db: Database, workspace: string, from: string): Promise<Morning[]> =>
  db
    .select({ zone: mornings.zone, date: mornings.date })
    .from(mornings)
    .where(and(eq(mornings.workspace, workspace), gte(mornings.date, from)))

/** Whether this transaction is the first to look at that morning, whatever other replicas do. */
export async function isFirstLook(
  tx: Transaction,
  workspace: string,
  { zone, date }: Morning,
  at: Date,
): Promise<boolean> {
  const written = await tx
    .insert(mornings)
    .values({ workspace, zone, date, at })
    .onConflictDoNothing()
    .returning({ date: mornings.date })
  return written.length > 0
}

/** Whether somebody has a newer message of this kind than the one with this key. */
export async function hasNewer(
  db: Database,
  {
    workspace,
    kind,
    person,
    key,
  }: Pick<typeof surfaces.$inferSelect, 'workspace' | 'kind' | 'person' | 'key'>,
): Promise<boolean> {
  if (person === null) return false
  const newer = await db
    .select({ id: surfaces.id })
    .from(surfaces)
    .where(
      and(
        eq(surfaces.workspace, workspace),
        eq(surfaces.release, ''),
        eq(surfaces.kind, kind),
        eq(surfaces.person, person),
        gt(surfaces.key, key),
      ),
    )
    .limit(1)
  return newer.length > 0
}
