import type { CallFault, DeliveryFault, FaultKind, FaultPlan } from '../../faults/plan.ts'

export type Side = 'calls' | 'deliveries'
export type Fault = CallFault | DeliveryFault
export interface Rule {
  of: string
  share: number
  fault: Fault
}

export const names: Record<FaultKind, string> = {
  delay: 'Answer late',
  drop_answer: 'Do it, lose the answer',
  server_error: 'Server error',
  rate_limit: 'Rate limit (429)',
  late: 'Deliver late',
  drop: 'Lose it',
  lose_ack: 'Lose the acknowledgement',
  disconnect: 'Break the socket',
  duplicate: 'Deliver twice (events)',
  reorder: 'Let the next overtake (events)',
}

/** What each kind begins with. */
const beginnings: Record<Side, Fault[]> = {
  calls: [
    { kind: 'delay', ms: 1000 },
    { kind: 'drop_answer' },
    { kind: 'server_error', status: 503, done: false },
    { kind: 'rate_limit', retryAfter: 1 },
  ],
  deliveries: [
    { kind: 'late', ms: 1000 },
    { kind: 'drop' },
    { kind: 'lose_ack' },
    { kind: 'disconnect' },
    { kind: 'duplicate' },
    { kind: 'reorder' },
  ],
}

export function kindsOf(side: Side): FaultKind[] {
  return beginnings[side].map(({ kind }) => kind)
}

/** A fault of this kind as it begins. */
export function begun(side: Side, kind: string): Fault {
  const [first = { kind: 'drop' as const }] = beginnings[side]
  return beginnings[side].find((fault) => fault.kind === kind) ?? first
}

export interface Setting {
  label: string
  value: number
  least: number
  most: number
  with: (value: number) => Fault
}

/** The number that can be set in a fault, if it has one. */
export function settingOf(fault: Fault): Setting | null {
  switch (fault.kind) {
    case 'delay':
    case 'late':
      return number('ms', fault.ms, 0, 60_000, (ms) => ({ ...fault, ms }))
    case 'server_error':
      return number('HTTP status', fault.status, 500, 599, (status) => ({ ...fault, status }))
    case 'rate_limit':
      return number('s to wait', fault.retryAfter, 1, 600, (retryAfter) => ({ ...fault, retryAfter }))
    default:
      return null
  }
}

function number(
  label: string,
  value: number,
  least: number,
  most: number,
  change: (value: number) => Fault,
): Setting {
  return { label, value, least, most, with: change }
}

/** The plan with other rules on one side; a rule of one side's kind never comes to the other. */
export function withRules(plan: FaultPlan, side: Side, rules: Rule[]): FaultPlan {
  // `begun` made each fault from its own side's beginnings.
  return { ...plan, [side]: rules } as FaultPlan
}

/** "3 faults met: 2 Answer late, 1 Lose it" */
export function metWords(met: Partial<Record<FaultKind, number>>): string {
  const kinds = Object.entries(met)
  const all = kinds.reduce((sum, [, count]) => sum + count, 0)
  if (all === 0) return 'No fault met yet.'
  // Its keys are the kinds of faults.
  const each = kinds.map(([kind, count]) => `${names[kind as FaultKind]} ${count}`)
  return `${all === 1 ? '1 fault' : `${all} faults`} met: ${each.join(', ')}`
}
