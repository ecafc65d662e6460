import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Transaction } from '../db/database.ts'
import type { Feature, ReleaseRef } from '../feature.ts'
import { models } from '../models/tables.ts'
import type { PersonId } from '../people/people.ts'
import { holdersOf, peopleById } from '../people/store.ts'
import { products } from '../products/tables.ts'
import { previousRevisions } from '../scope/store.ts'
import type { Facts, Release } from './release.ts'
import { releases } from './tables.ts'

/** One release with every feature's part, in one statement; `locked` holds it to the end of the transaction. */
export async function loadRelease(
  tx: Transaction,
  features: readonly Feature[],
  ref: ReleaseRef,
  mode: 'locked' | 'read',
): Promise<Release | null> {
  const parts = features.flatMap((feature) => (feature.part ? [feature.part] : []))
  const rows = parts.flatMap((part) => Object.values(part.rows))
  const json = sql`json_build_array(${sql.join(
    rows.map((r) => r.json),
    sql`, `,
  )})`
  const isIt = and(eq(releases.workspace, ref.workspace), eq(releases.id, ref.id))
  // A statement that waits for a lock goes on with what it saw before in every other table, so the lock comes first.
  if (mode === 'locked') await tx.select({ id: releases.id }).from(releases).where(isIt).for('update')
  const [found] = await tx.select({ head: releases, parts: json }).from(releases).where(isIt)
  if (!found) return null
  // Raw SQL has no type; the statement above builds one array with as many members as there are rows of parts.
  const arrays = found.parts as unknown[]
  let next = 0
  const assembled = parts.map((part) =>
    part.assemble(
      // `partOf` tied each name to its rows' type; the list of parts cannot.
      Object.fromEntries(
        Object.entries(part.rows).map(([name, r]) => [name, r.decode(arrays[next++]) as never[]]),
      ),
    ),
  )
  // Every feature has contributed its part, which is what makes this a whole `Release`.
  return Object.assign({}, headOf(found.head), ...assembled) as Release
}

function headOf(row: typeof releases.$inferSelect) {
  const { model, modelVersion, hold, lastChange, wakes: _, ...head } = row
  return {
    ...head,
    model: { name: model, version: modelVersion },
    hold: hold && { ...hold, since: new Date(hold.since) },
    lastChange: lastChange && { ...lastChange, at: new Date(lastChange.at) },
  }
}

/** What rules and views must know besides the release itself. */
export async function loadFacts(
  tx: Transaction,
  release: Release,
  { admins: settingsAdmins, actor }: { readonly admins: readonly string[]; readonly actor?: PersonId | null },
): Promise<Facts> {
  const { workspace } = release
  const [defined] = await tx
    .select({ model: models.definition, product: products.definition })
    .from(models)
    .innerJoin(products, and(eq(products.workspace, workspace), eq(products.name, release.product)))
    .where(
      and(
        eq(models.workspace, workspace),
        eq(models.name, release.model.name),
        eq(models.version, release.model.version),
      ),
    )
  if (!defined) throw new Error(`${release.key}: its product or model is not in the database`)
  const { holders, consumers } = await holdersOf(tx, workspace, release, defined)
  const named = [...idsIn(release), ...Object.values(holders).flat(), ...consumers, ...(actor ? [actor] : [])]
  const { people, admins } = await peopleById(tx, workspace, named)
  return {
    ...defined,
    holders,
    consumers,
    people,
    admins: [...admins, ...settingsAdmins],
    previous: await previousRevisions(tx, release),
  }
}

/** Every Slack user id that stands anywhere in a release, or in what happened to it. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[UW][A-Z0-9]{2,}$/.test(value) ? [value] : []
  if (value instanceof Date || value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(idsIn)
}

/** The release with this key that is not cancelled, else the newest cancelled one. */
export async function findByKey(tx: Transaction, workspace: string, key: string): Promise<ReleaseRef | null> {
  const found = await tx
    .select({ workspace: releases.workspace, id: releases.id })
    .from(releases)
    .where(and(eq(releases.workspace, workspace), eq(releases.key, key)))
    .orderBy(sql`state = 'cancelled'`, desc(releases.plannedAt))
    .limit(1)
  return found[0] ?? null
}

/** Heads of the releases in flight, soonest target first; of one product when it is named. */
export function inFlight(tx: Transaction, workspace: string, product?: string) {
  const open = and(
    eq(releases.workspace, workspace),
    ne(releases.state, 'closed'),
    ne(releases.state, 'cancelled'),
  )
  return tx
    .select({ workspace: releases.workspace, id: releases.id, key: releases.key, product: releases.product })
    .from(releases)
    .where(product ? and(open, eq(releases.product, product)) : open)
    .orderBy(releases.target)
}

/** Releases with their facts, soonest target first: those in flight, or the newest hundred of all. */
export async function listReleases(
  { db, features, admins }: Pick<Ctx, 'db' | 'features' | 'admins'>,
  workspace: string,
  which: 'in flight' | 'all',
): Promise<{ release: Release; facts: Facts }[]> {
  return db.transaction(async (tx) => {
    const all = tx
      .select({ workspace: releases.workspace, id: releases.id })
      .from(releases)
      .where(eq(releases.workspace, workspace))
      .orderBy(desc(releases.target))
      .limit(100)
    return loadAll(tx, { features, admins }, await (which === 'all' ? all : inFlight(tx, workspace)))
  })
}

/** These releases with their facts, in the order given. */
export async function loadAll(
  tx: Transaction,
  { features, admins }: Pick<Ctx, 'features' | 'admins'>,
  refs: readonly ReleaseRef[],
): Promise<{ release: Release; facts: Facts }[]> {
  const found = []
  for (const ref of refs) {
    const release = await loadRelease(tx, features, ref, 'read')
    if (release) found.push({ release, facts: await loadFacts(tx, release, { admins }) })
  }
  return found
}
