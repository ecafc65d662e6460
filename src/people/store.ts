import { and, eq, inArray, or } from 'drizzle-orm'
import type { Database, Transaction } from '../db/database.ts'
import { type Model, rolesIn } from '../models/models.ts'
import type { Product } from '../products/products.ts'
import type { Person, PersonId } from './people.ts'
import { groups, people, roleHolders } from './tables.ts'

export interface Holders {
  /** Who fills each role; nobody is an empty list. */
  readonly holders: Readonly<Record<string, readonly PersonId[]>>
  /** Those who answer for the product's consumers. */
  readonly consumers: readonly PersonId[]
}

/** Who fills each role that the model or the product names, and who uses the product; groups resolved to their members. */
export async function holdersOf(
  tx: Transaction,
  workspace: string,
  release: { readonly manager: PersonId; readonly deputy: PersonId | null },
  { model, product }: { readonly model: Model; readonly product: Product },
): Promise<Holders> {
  const rows = await tx
    .select({
      kind: roleHolders.kind,
      role: roleHolders.role,
      holder: roleHolders.holder,
      members: groups.members,
    })
    .from(roleHolders)
    .leftJoin(groups, and(eq(groups.workspace, workspace), eq(groups.id, roleHolders.holder)))
    .where(and(eq(roleHolders.workspace, workspace), eq(roleHolders.product, product.name)))
    .orderBy(roleHolders.role, roleHolders.holder)
  const runners = [release.manager, release.deputy].filter((id) => id !== null)
  const active = await activeAmong(tx, workspace, [...runners, ...rows.flatMap(peopleIn)])
  const only = (ids: readonly PersonId[]) => [...new Set(ids)].filter((id) => active.has(id))
  const byManager = model.roles.filter((rule) => rule.holders === 'manager').map((rule) => rule.name)
  const filled = rolesOf(model, product).map((role) => {
    const named = rows.filter((row) => row.kind === 'role' && row.role === role).flatMap(peopleIn)
    return [role, byManager.includes(role) ? only(runners).slice(0, 1) : only(named)] as const
  })
  const consumers = only(rows.filter(({ kind }) => kind === 'consumer').flatMap(peopleIn))
  return { holders: Object.fromEntries(filled), consumers }
}

const peopleIn = ({ holder, members }: { readonly holder: string; readonly members: string[] | null }) =>
  members ?? [holder]

function rolesOf(model: Model, { components, roles }: Product): string[] {
  const ofComponents = components.flatMap(({ owner, deployedBy }) => [owner, deployedBy])
  return [...new Set([...rolesIn(model), ...ofComponents, ...Object.keys(roles)])]
}

/** People who left and guests fill no role and rate nothing. */
async function activeAmong(tx: Transaction, workspace: string, ids: readonly PersonId[]) {
  const { people: known } = await peopleById(tx, workspace, ids)
  const active = [...known.values()].filter(({ deleted, guest }) => !deleted && !guest)
  return new Set(active.map(({ id }) => id))
}

/** These people and every admin, from the directory. */
export async function peopleById(tx: Transaction, workspace: string, ids: readonly PersonId[]) {
  const wanted = [...new Set(ids)]
  const rows = await tx
    .select()
    .from(people)
    .where(and(eq(people.workspace, workspace), or(eq(people.admin, true), inArray(people.id, wanted))))
  const byId = new Map<PersonId, Person>(rows.map(({ workspace: _, ...person }) => [person.id, person]))
  const admins = rows.filter((person) => person.admin && !person.deleted).map((person) => person.id)
  return { people: byId, admins }
}

/** The zone in which somebody's dates are meant; UTC for somebody the directory does not know yet. */
export async function zoneOf(db: Database, workspace: string, person: PersonId): Promise<string> {
  const [found] = await db
    .select({ zone: people.zone })
    .from(people)
    .where(and(eq(people.workspace, workspace), eq(people.id, person)))
  return found?.zone ?? 'UTC'
}

/** Whether somebody was deactivated; nobody writes to them. */
export async function hasLeft(db: Database, workspace: string, person: PersonId): Promise<boolean> {
  const [found] = await db
    .select({ deleted: people.deleted })
    .from(people)
    .where(and(eq(people.workspace, workspace), eq(people.id, person)))
  return found?.deleted ?? false
}

/** How these people are called; who is not in the directory is left out. */
export async function namesOf(
  db: Database,
  workspace: string,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.workspace, workspace), inArray(people.id, [...ids])))
  return new Map(found.map(({ id, name }) => [id, name]))
}
