import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../db/database.ts'
import { Rejection } from '../errors.ts'
import type { Model } from '../models/models.ts'
import { models } from '../models/tables.ts'
import type { Product } from '../products/products.ts'
import { products } from '../products/tables.ts'
import { type Names, retiredNow, unknownProduct } from './reading.ts'

/** What a release can be planned with in this workspace, and what it no longer can. */
export interface Choices {
  readonly products: readonly Product[]
  /** The newest version of each. */
  readonly models: readonly Model[]
  readonly retired: Names
}

export async function planningChoices(db: Database | Transaction, workspace: string): Promise<Choices> {
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
  const newest = [...new Map(versions.map((row) => [row.name, row])).values()]
  return {
    products: known.filter(({ retired }) => !retired).map(({ definition }) => definition),
    models: newest.filter(({ retired }) => !retired).map(({ definition }) => definition),
    retired: { products: retiredIn(known), models: retiredIn(newest) },
  }
}

const retiredIn = (rows: readonly { readonly name: string; readonly retired: boolean }[]) =>
  namesIn(rows.filter(({ retired }) => retired))

export const namesIn = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)

/** @throws Rejection for one that is unknown or retired. */
export function chosenProduct({ products: known, retired }: Choices, name: string): Product {
  const found = known.find((one) => one.name === name)
  if (found) return found
  if (retired.products.includes(name)) throw retiredNow('product', name, namesIn(known))
  throw unknownProduct(name, namesIn(known))
}

/** @throws Rejection for one that is unknown or retired. */
export function chosenModel({ models: known, retired }: Choices, name: string): Model {
  const found = known.find((one) => one.name === name)
  if (found) return found
  if (retired.models.includes(name)) throw retiredNow('model', name, namesIn(known))
  throw new Rejection(`I know no model "${name}".`, { field: 'model' })
}
