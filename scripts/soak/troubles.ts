import type { FaultPlanInput } from '../../test/workspace/faults/plan.ts'
import { troubles } from '../demo/troubles.ts'

/**
 * The demo's bad day, and what makes people press again: their clicks and commands are lost, or the answer to them is.
 * @param share how bad a day: 1 is the demo's.
 */
export function hardships(seed: number, share: number): FaultPlanInput {
  const { calls = [], deliveries = [] } = troubles(seed)
  const clicks = ['block_actions', '/release', 'view_submission'].flatMap((of) => [
    { of, share: 0.01, fault: { kind: 'drop' } as const },
    { of, share: 0.01, fault: { kind: 'lose_ack' } as const },
    { of, share: 0.005, fault: { kind: 'disconnect' } as const },
  ])
  const sockets = { of: 'apps.connections.open', share: 0.2, fault: { kind: 'server_error' } as const }
  const forms = { of: 'views.open', share: 0.05, fault: { kind: 'server_error' } as const }
  const homes = { of: 'views.publish', share: 0.1, fault: { kind: 'server_error' } as const }
  const lessOf = <R extends { share: number }>(rule: R): R => ({ ...rule, share: rule.share * share })
  return {
    seed,
    calls: [...calls, forms, homes, sockets].map(lessOf),
    deliveries: [...clicks, ...deliveries].map(lessOf),
  }
}
