import { z } from 'zod'
import { Refusal } from '../world/refusal.ts'
import type { Execution } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { filled, json } from './arguments.ts'
import { method } from './method.ts'

function running(world: World, id: string): Execution {
  const execution = world.executions.get(id)
  if (!execution) throw new Refusal('function_execution_not_found')
  if (execution.state !== 'running') throw new Refusal('execution_not_in_running_state')
  return execution
}

/** How a step of a workflow came out: said once. */
export const functions = {
  'functions.completeSuccess': method({
    tier: 3,
    args: { function_execution_id: filled, outputs: json.pipe(z.record(z.string(), z.unknown())) },
    partly: 'of the outputs it is checked which are there, not their types',
    call({ world, args: { function_execution_id, outputs } }) {
      const execution = running(world, function_execution_id)
      const missing = execution.required.some((name) => outputs[name] === undefined)
      if (missing) throw new Refusal('parameter_validation_failed')
      Object.assign(execution, { state: 'completed', outputs })
      world.changed()
      return {}
    },
  }),

  'functions.completeError': method({
    tier: 3,
    args: { function_execution_id: filled, error: filled },
    call({ world, args: { function_execution_id, error } }) {
      Object.assign(running(world, function_execution_id), { state: 'failed', error })
      world.changed()
      return {}
    },
  }),
}
