import { and, desc, eq, gt, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Database } from '../db/database.ts'
import type { Product } from '../products/products.ts'
import { products } from '../products/tables.ts'
import { loadAll } from '../releases/load-store.ts'
import type { Known } from '../releases/release.ts'
import { releases } from '../releases/tables.ts'
import { surfaces } from '../surfaces/tables.ts'

/** Products by the channel that hears of them. */
export async function productsByChannel(db: Database, workspace: string): Promise<Map<string, Product[]>> {
  const rows = await db
    .select({ product: products.definition })
    .from(products)
    .where(eq(products.workspace, workspace))
  return Map.groupBy(
    rows.map(({ product }) => product),
    ({ channel }) => channel,
  )
}

/** The releases of these products that are in flight or ended since then. */
export async function releasesSince(
  ctx: Pick<Ctx, 'db' | 'features' | 'admins'>,
  workspace: string,
  named: readonly string[],
  since: Date,
): Promise<Known[]> {
  const found = await ctx.db
    .select({ id: releases.id })
    .from(releases)
    .where(
      and(
        eq(releases.workspace, workspace),
        inArray(releases.product, [...named]),
        or(notInArray(releases.state, ['closed', 'cancelled']), gt(releases.endedAt, since)),
      ),
    )
  return loadAll(
    ctx.db,
    ctx,
    workspace,
    found.map(({ id }) => id),
  )
}

/** Which of these posts exist already, by key. */
export async function postedKeys(
  db: Database,
  workspace: string,
  kind: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ key: surfaces.key })
    .from(surfaces)
    .where(
      and(
        eq(surfaces.workspace, workspace),
        eq(surfaces.release, ''),
        eq(surfaces.kind, kind),
        inArray(surfaces.key, [...keys]),
      ),
    )
  return rows.map(({ key }) => key)
}

/** The date of the last digest before this one that was posted to this channel; null for none. */
export async function lastTold(
  db: Database,
  workspace: string,
  { kind, channel, before }: { readonly kind: string; readonly channel: string; readonly before: string },
): Promise<string | null> {
  const date = sql<string>`${surfaces.params}->>'date'`
  const [last] = await db
    .select({ date })
    .from(surfaces)
    .where(
      and(
        eq(surfaces.workspace, workspace),
        eq(surfaces.release, ''),
        eq(surfaces.kind, kind),
        isNotNull(surfaces.ts),
        sql`${surfaces.params}->>'channel' = ${channel}`,
        lt(date, before),
      ),
    )
    .orderBy(desc(date))
    .limit(1)
  return last?.date ?? null
}
