import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '../db/database.ts'
import { piece } from '../db/pieces.ts'
import { partOf, rowsOf } from '../db/rows.ts'
import type { ReleaseRef, Writers } from '../feature.ts'
import type { Facts } from '../releases/release.ts'
import { releases } from '../releases/tables.ts'
import { type NumberedChange, numbered, type ScopedComponent } from './scope.ts'
import { scopeChanges, scopeComponents, scopes } from './tables.ts'

export const scopePart = partOf(
  {
    scope: rowsOf(scopes),
    components: rowsOf(scopeComponents, scopeComponents.position),
    changes: rowsOf(scopeChanges, scopeChanges.number),
  },
  ({ scope: [scope], components, changes }) => ({
    scope: {
      components: components.map(({ name, revision }) => ({ name, revision })),
      changes: changes.map(({ number, kind, title, link }) => ({ number, kind, title, link })),
      flags: scope?.flags ?? [],
      exposure: scope?.exposure ?? null,
    },
  }),
)

export const writeScope: Writers = {
  scopeSet: async (tx, ref, { components, changes, flags, exposure }) => {
    await tx.insert(scopes).values({ ...keyOf(ref), flags: [...flags], exposure })
    await addComponents(tx, ref, components)
    await putChanges(tx, ref, numbered(changes))
  },
  componentRevised: (tx, ref, { component, to }) =>
    tx.update(scopeComponents).set({ revision: to }).where(componentIs(ref, component)),
  componentAdded: (tx, ref, { component, revision }) =>
    addComponents(tx, ref, [{ name: component, revision }]),
  componentDropped: (tx, ref, { component }) => tx.delete(scopeComponents).where(componentIs(ref, component)),
  changesEdited: async (tx, ref, { set, dropped }) => {
    await dropChanges(tx, ref, [...dropped, ...set.map(({ number }) => number)])
    await putChanges(tx, ref, set)
  },
  flagsChanged: (tx, ref, { to }) =>
    tx
      .update(scopes)
      .set({ flags: [...to] })
      .where(scopeIs(ref)),
  exposureChanged: (tx, ref, { to }) => tx.update(scopes).set({ exposure: to }).where(scopeIs(ref)),
}

const keyOf = (ref: ReleaseRef) => ({ workspace: ref.workspace, release: ref.id })

const scopeIs = (ref: ReleaseRef) => and(eq(scopes.workspace, ref.workspace), eq(scopes.release, ref.id))

const componentIs = (ref: ReleaseRef, name: string) =>
  and(
    eq(scopeComponents.workspace, ref.workspace),
    eq(scopeComponents.release, ref.id),
    eq(scopeComponents.name, name),
  )

/** Behind those that are there already. */
async function addComponents(tx: Transaction, ref: ReleaseRef, components: readonly ScopedComponent[]) {
  if (components.length === 0) return
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${scopeComponents.position}), -1)` })
    .from(scopeComponents)
    .where(and(eq(scopeComponents.workspace, ref.workspace), eq(scopeComponents.release, ref.id)))
  const next = (last?.position ?? -1) + 1
  const rows = components.map((component, index) => ({ ...keyOf(ref), ...component, position: next + index }))
  await tx.insert(scopeComponents).values(rows)
}

async function putChanges(tx: Transaction, ref: ReleaseRef, changes: readonly NumberedChange[]) {
  if (changes.length === 0) return
  await tx.insert(scopeChanges).values(changes.map((change) => ({ ...keyOf(ref), ...change })))
}

async function dropChanges(tx: Transaction, ref: ReleaseRef, numbers: readonly number[]) {
  const { workspace, release } = keyOf(ref)
  const these = inArray(scopeChanges.number, [...numbers])
  await tx
    .delete(scopeChanges)
    .where(and(eq(scopeChanges.workspace, workspace), eq(scopeChanges.release, release), these))
}

const last = alias(releases, 'last')

/** What the product's last release that went live brought, component by component. */
export const previousRevisions = piece(
  sql`(select json_build_object('key', ${last.key}, 'revisions', (
      select coalesce(json_object_agg(${scopeComponents.name}, ${scopeComponents.revision}), '{}'::json)
      from ${scopeComponents}
      where ${scopeComponents.workspace} = ${last.workspace} and ${scopeComponents.release} = ${last.id}
        and ${scopeComponents.revision} is not null))
    from ${releases} as ${last}
    where ${last.workspace} = ${releases.workspace} and ${last.product} = ${releases.product}
      and ${last.id} <> ${releases.id} and ${last.target} < ${releases.target}
      and ${last.state} in ('verifying', 'reviewing', 'closed')
      and (${last.outcome} is null or ${last.outcome} = 'shipped')
    order by ${last.target} desc limit 1)`,
  (json) => json as Facts['previous'],
)
