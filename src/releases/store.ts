import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { ReleaseRef } from '../feature.ts'
import { loadAll } from './load-store.ts'
import type { Known } from './release.ts'
import { releases } from './tables.ts'

/** The release with this key that is not cancelled, else the newest cancelled one. */
export async function findByKey(
  tx: Database | Transaction,
  workspace: string,
  key: string,
): Promise<ReleaseRef | null> {
  const found = await tx
    .select({ workspace: releases.workspace, id: releases.id })
    .from(releases)
    .where(and(eq(releases.workspace, workspace), eq(releases.key, key)))
    .orderBy(sql`state = 'cancelled'`, desc(releases.plannedAt))
    .limit(1)
  return found[0] ?? null
}

export const isInFlight = (workspace: string) =>
  and(eq(releases.workspace, workspace), ne(releases.state, 'closed'), ne(releases.state, 'cancelled'))

/**
 * Locks these releases, in one order, as whatever changes what hangs on them must do first: else two would wait for
 * each other. @returns their ids.
 */
export async function lockReleases(tx: Transaction, which: SQL | undefined): Promise<string[]> {
  const locked = await tx
    .select({ id: releases.id })
    .from(releases)
    .where(which)
    .orderBy(releases.id)
    .for('update')
  return locked.map(({ id }) => id)
}

/** Which release it is. */
export const isRelease = ({ workspace, id }: ReleaseRef) =>
  and(eq(releases.workspace, workspace), eq(releases.id, id))

/** Heads of the releases in flight, soonest target first; of one product when it is named. */
export function inFlight(tx: Database | Transaction, workspace: string, product?: string) {
  const open = isInFlight(workspace)
  return tx
    .select({ workspace: releases.workspace, id: releases.id, key: releases.key, product: releases.product })
    .from(releases)
    .where(product ? and(open, eq(releases.product, product)) : open)
    .orderBy(releases.target)
}

/** Releases with their facts, soonest target first: those in flight, or the newest hundred of all. */
export async function listReleases(
  ctx: Pick<Ctx, 'db' | 'features' | 'admins'>,
  workspace: string,
  which: 'in flight' | 'all',
): Promise<Known[]> {
  const all = ctx.db
    .select({ id: releases.id })
    .from(releases)
    .where(eq(releases.workspace, workspace))
    .orderBy(desc(releases.target))
    .limit(100)
  const refs = await (which === 'all' ? all : inFlight(ctx.db, workspace))
  return loadAll(
    ctx.db,
    ctx,
    workspace,
    refs.map(({ id }) => id),
  )
}
