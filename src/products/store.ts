import { sql } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { piece } from '../db/pieces.ts'
import { releases } from '../releases/tables.ts'
import type { Product } from './products.ts'
import { products } from './tables.ts'

export const productOfRelease = piece(
  sql`(select ${products.definition} from ${products}
    where ${products.workspace} = ${releases.workspace} and ${products.name} = ${releases.product})`,
  (json) => json as Product | null,
)

/** Products as the manifest has them now. One that it no longer names stays, because its releases do. */
export async function keepProducts(
  tx: Transaction,
  workspace: string,
  defined: readonly Product[],
): Promise<void> {
  if (defined.length === 0) return
  await tx
    .insert(products)
    .values(defined.map((definition) => ({ workspace, name: definition.name, definition })))
    .onConflictDoUpdate({
      target: [products.workspace, products.name],
      set: { definition: sql`excluded.definition` },
    })
}
