import { setTimeout as pause } from 'node:timers/promises'
import type { Ack } from '../traffic.ts'
import type { DeliveryFault } from './plan.ts'

const OVERTAKEN_WITHIN_MS = 1000

/** What a delivery under a fault is done with. */
export interface Carrying {
  carry(): Promise<Ack>
  /** Writes down that it did not get through. */
  lose(): Promise<Ack>
  breakSocket(): void
  /** Resolves when another delivery went. */
  next(): Promise<void>
}

/** Carries a delivery as far as the fault allows. */
export async function carryUnder(
  fault: DeliveryFault,
  { carry, lose, breakSocket, next }: Carrying,
): Promise<Ack> {
  switch (fault.kind) {
    case 'late':
      await pause(fault.ms, undefined, { ref: false })
      return carry()
    case 'drop':
      return lose()
    case 'lose_ack':
      await carry()
      return { ok: false, error: 'operation_timeout', reason: 'http_timeout' }
    case 'disconnect':
      breakSocket()
      return lose()
    case 'duplicate':
      return (await Promise.all([carry(), carry()]))[0]
    case 'reorder':
      await Promise.race([next(), pause(OVERTAKEN_WITHIN_MS, undefined, { ref: false })])
      return carry()
  }
}
