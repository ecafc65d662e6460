import type { Ctx } from '../ctx.ts'
import { keepModels } from '../models/store.ts'
import { keepRoles } from '../people/roles-store.ts'
import { keepProducts } from '../products/store.ts'
import type { Manifest } from './manifest.ts'
import { unnamedRoles } from './misfits.ts'
import { retireUnnamed } from './retire-store.ts'

/**
 * Brings the workspace's models, products and roles up to what the manifest says.
 * @returns what deserves a look and stops nothing, one sentence each; it is logged too.
 */
export async function applyManifest(ctx: Pick<Ctx, 'db' | 'workspace' | 'log'>, manifest: Manifest) {
  const { db, workspace, log } = ctx
  const unfilled = await db.transaction(async (tx) => {
    await keepModels(tx, workspace, manifest.models)
    await keepProducts(tx, workspace, manifest.products)
    await retireUnnamed(tx, workspace, manifest)
    return keepRoles(tx, workspace)
  })
  const warnings = [...unnamedRoles(manifest), ...unfilled]
  for (const warning of warnings) log.warn(warning)
  return warnings
}
