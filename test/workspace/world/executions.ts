import { z } from 'zod'
import { freshId } from './ids.ts'
import type { Execution } from './shapes.ts'
import { freshToken } from './tokens.ts'
import type { World } from './world.ts'

const nested = z.object({
  properties: z.record(z.string(), z.looseObject({})),
  required: z.array(z.string()).default([]),
})
const flat = z.record(z.string(), z.looseObject({ is_required: z.boolean().default(false) }))
const declared = z.record(
  z.string(),
  z.looseObject({
    title: z.string(),
    description: z.string(),
    output_parameters: z.union([
      nested.transform(({ required }) => required),
      flat.transform((all) => Object.keys(all).filter((name) => all[name]?.is_required)),
    ]),
  }),
)

/** A workflow comes to a step of the app's: the app is told, and is to say what came of it. */
export function execute(world: World, callbackId: string, inputs: Record<string, unknown>): Execution {
  const { app } = world
  const declaration = declared.parse(app.manifest.functions ?? {})[callbackId]
  if (!declaration) throw new Error(`the manifest declares no function ${callbackId}`)
  const { title, description, output_parameters: required } = declaration
  const execution: Execution = { id: freshId('Fx'), callbackId, required, state: 'running' }
  world.executions.set(execution.id, execution)
  const about = {
    id: freshId('Fn'),
    callback_id: callbackId,
    title,
    description,
    type: 'app',
    app_id: app.id,
  }
  const body = {
    type: 'function_executed',
    function: { ...about, input_parameters: [], output_parameters: [] },
    inputs,
    function_execution_id: execution.id,
    workflow_execution_id: freshId('Wx'),
    bot_access_token: freshToken(world, 'xwfp-'),
    event_ts: world.nextTs(),
  }
  world.tell({ declaredAs: 'function_executed', body })
  return execution
}
