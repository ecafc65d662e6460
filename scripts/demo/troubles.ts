import type { FaultPlanInput } from '../../test/workspace/faults/plan.ts'

const slow = { kind: 'delay', ms: 300 } as const
const busy = { kind: 'rate_limit', retryAfter: 1 } as const
const broken = { kind: 'server_error', status: 503 } as const

/**
 * Slack on a bad day: slow, busy, broken, and answers that never arrive. Only what a person would simply press again,
 * the opening of a form, goes well.
 */
export const troubles = (seed: number): FaultPlanInput => ({
  seed,
  calls: [
    { of: 'chat.postMessage', share: 0.02, fault: { kind: 'drop_answer' } },
    ...['chat.*', 'conversations.*', 'pins.*', 'bookmarks.*', 'reactions.*'].flatMap((of) => [
      { of, share: 0.02, fault: broken },
      { of, share: 0.02, fault: busy },
      { of, share: 0.05, fault: slow },
    ]),
  ],
  deliveries: [
    { of: 'message', share: 0.1, fault: { kind: 'duplicate' } },
    { of: 'message', share: 0.05, fault: { kind: 'lose_ack' } },
    { of: '*', share: 0.05, fault: { kind: 'late', ms: 200 } },
  ],
})
