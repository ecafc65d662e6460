import { eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Model } from '../models/models.ts'
import { models } from '../models/tables.ts'
import type { Product } from '../products/products.ts'
import { products } from '../products/tables.ts'

export interface Choices {
  readonly products: readonly Product[]
  /** The newest version of each. */
  readonly models: readonly Model[]
}

/** What a release can be planned with in this workspace. */
export async function planningChoices({ db }: Ctx, workspace: string): Promise<Choices> {
  const known = await db
    .select()
    .from(products)
    .where(eq(products.workspace, workspace))
    .orderBy(products.name)
  const versions = await db
    .select()
    .from(models)
    .where(eq(models.workspace, workspace))
    .orderBy(models.name, models.version)
  const newest = new Map(versions.map(({ name, definition }) => [name, definition]))
  return { products: known.map(({ definition }) => definition), models: [...newest.values()] }
}
