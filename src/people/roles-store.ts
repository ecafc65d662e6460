import { and, eq, inArray, or } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { products } from '../products/tables.ts'
import { fillRoles, type Holder } from './roles.ts'
import { groups, people, roleHolders } from './tables.ts'

/**
 * Fills the roles of all products from the directory, and empties those that the products no longer name.
 * @returns whom the products name and who cannot fill their role, one sentence each.
 */
export async function keepRoles(tx: Transaction, workspace: string): Promise<readonly string[]> {
  // Locked, so that of two who fill them at once the second sees what the first wrote.
  const rows = await tx
    .select()
    .from(products)
    .where(eq(products.workspace, workspace))
    .orderBy(products.name)
    .for('update')
  const definitions = rows.map(({ definition }) => definition)
  const named = definitions.flatMap(({ roles, consumers }) => [
    ...Object.values(roles).flat(),
    ...consumers.map(({ contact }) => contact),
  ])
  const { holders, warnings } = fillRoles(definitions, await directoryOf(tx, workspace, named))
  await keepHolders(tx, workspace, holders)
  return warnings
}

async function directoryOf(tx: Transaction, workspace: string, named: readonly string[]) {
  const emails = named.map((who) => who.toLowerCase())
  const meant = or(inArray(people.id, [...named]), inArray(people.email, emails))
  return {
    people: await tx
      .select()
      .from(people)
      .where(and(eq(people.workspace, workspace), meant)),
    groups: await tx.select().from(groups).where(eq(groups.workspace, workspace)),
  }
}

async function keepHolders(tx: Transaction, workspace: string, holders: readonly Holder[]) {
  const kept = await tx.select().from(roleHolders).where(eq(roleHolders.workspace, workspace))
  const added = holders.filter((holder) => !kept.some((row) => isSame(row, holder)))
  if (added.length > 0) {
    await tx.insert(roleHolders).values(added.map((holder) => ({ ...holder, workspace })))
  }
  for (const { product, kind, role, holder } of kept.filter(
    (row) => !holders.some((one) => isSame(row, one)),
  )) {
    const one = [eq(roleHolders.kind, kind), eq(roleHolders.role, role), eq(roleHolders.holder, holder)]
    const ofProduct = [eq(roleHolders.workspace, workspace), eq(roleHolders.product, product)]
    await tx.delete(roleHolders).where(and(...ofProduct, ...one))
  }
}

const isSame = (one: Holder, other: Holder) =>
  one.product === other.product &&
  one.kind === other.kind &&
  one.role === other.role &&
  one.holder === other.holder
