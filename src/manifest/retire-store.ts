import { and, eq, ne, notInArray } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { models } from '../models/tables.ts'
import { products } from '../products/tables.ts'
import type { Manifest } from './manifest.ts'

/**
 * Retires the products and models that the manifest names no more, and takes back those that it names again. Their
 * releases go on, nothing new is planned with them. A manifest that names none at all retires nothing.
 */
export async function retireUnnamed(tx: Transaction, workspace: string, manifest: Manifest): Promise<void> {
  for (const [table, named] of [
    [products, manifest.products],
    [models, manifest.models],
  ] as const) {
    if (named.length === 0) continue
    const gone = notInArray(
      table.name,
      named.map(({ name }) => name),
    )
    // Only rows that change are written, so that replicas which start together do not wait for each other.
    await tx
      .update(table)
      .set({ retired: gone })
      .where(and(eq(table.workspace, workspace), ne(table.retired, gone)))
  }
}
