import { isDeepStrictEqual } from 'node:util'
import { desc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { piece } from '../db/pieces.ts'
import { releases } from '../releases/tables.ts'
import type { Model } from './models.ts'
import { models } from './tables.ts'

/** The model that a release keeps, in its version. */
export const modelOfRelease = piece(
  sql`(select ${models.definition} from ${models} where ${models.workspace} = ${releases.workspace}
    and ${models.name} = ${releases.model} and ${models.version} = ${releases.modelVersion})`,
  (json) => json as Model | null,
)

/** A model that says something new becomes its next version; releases under way keep theirs. */
export async function keepModels(
  tx: Transaction,
  workspace: string,
  defined: readonly Omit<Model, 'version'>[],
): Promise<void> {
  const known = await tx
    .select()
    .from(models)
    .where(eq(models.workspace, workspace))
    .orderBy(desc(models.version))
  for (const model of defined) {
    const newest = known.find(({ name }) => name === model.name)?.definition
    const version = newest?.version ?? 0
    if (isDeepStrictEqual({ ...model, version }, newest)) continue
    const next = { ...model, version: version + 1 }
    // Replicas that start together find the same change; one of them writes it.
    await tx
      .insert(models)
      .values({ workspace, name: model.name, version: next.version, definition: next })
      .onConflictDoNothing()
  }
}
