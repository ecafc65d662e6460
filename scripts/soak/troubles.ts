import type { FaultPlanInput } from '../../test/workspace/faults/plan.ts'
import { troubles } from '../demo/troubles.ts'

/** The demo's bad day, and what makes people press again: their clicks and commands are lost, or the answer to them is. */
export function hardships(seed: number): FaultPlanInput {
  const { calls = [], deliveries = [] } = troubles(seed)
  const clicks = ['block_actions', '/release', 'view_submission'].flatMap((of) => [
    { of, share: 0.01, fault: { kind: 'drop' } as const },
    { of, share: 0.01, fault: { kind: 'lose_ack' } as const },
    { of, share: 0.005, fault: { kind: 'disconnect' } as const },
  ])
  const forms = { of: 'views.open', share: 0.05, fault: { kind: 'server_error', status: 503 } as const }
  return { seed, calls: [...calls, forms], deliveries: [...clicks, ...deliveries] }
}
