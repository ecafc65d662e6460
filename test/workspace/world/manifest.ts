import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { display, features } from '../manifest/features.ts'
import { functionTroubles } from '../manifest/functions.ts'
import { scopeTroubles } from '../manifest/scopes.ts'
import { oauth, settings } from '../manifest/settings.ts'

/** Parts of a manifest that Slack takes and the workspace does nothing with. */
const unused = z.unknown().optional()

const manifestSchema = z
  .strictObject({
    $schema: z.string().optional(),
    _metadata: z
      .strictObject({ major_version: z.int().min(1).max(2).optional(), minor_version: z.int().optional() })
      .optional(),
    display_information: display,
    features,
    oauth_config: oauth,
    settings,
    functions: unused,
    workflows: unused,
    types: unused,
    outgoing_domains: z.array(z.string()).max(10).optional(),
  })
  .check(({ value, issues }) => {
    const troubles = [
      ...scopeTroubles(value),
      ...functionTroubles(value.functions, value._metadata?.major_version),
      ...runtimeTroubles(value),
    ]
    for (const message of troubles) issues.push({ code: 'custom', message, input: value })
  })

export type Manifest = z.infer<typeof manifestSchema>

/** Functions of an app that runs elsewhere are only found when the manifest says so. */
function runtimeTroubles(given: { functions?: unknown; settings: z.infer<typeof settings> }): string[] {
  if (given.functions === undefined) return []
  const { function_runtime, org_deploy_enabled } = given.settings
  const fits = function_runtime === 'remote' && org_deploy_enabled === true
  return fits ? [] : ['functions need function_runtime: remote and org_deploy_enabled: true']
}

/** Reads an app's manifest and refuses it, as Slack would on saving, when it does not fit together. */
export function readManifest(path: string): Manifest {
  const result = manifestSchema.safeParse(parse(readFileSync(path, 'utf8')))
  if (!result.success) throw new Error(`${path} cannot be installed:\n${z.prettifyError(result.error)}`)
  return result.data
}
