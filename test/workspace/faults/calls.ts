import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '../interceptors.ts'
import type { CallFault } from './plan.ts'

/** Works on a call as well as the fault allows. */
export async function answerUnder(fault: CallFault, work: () => Promise<Answer>): Promise<Answer> {
  switch (fault.kind) {
    case 'delay':
      await pause(fault.ms, undefined, { ref: false })
      return work()
    case 'drop_answer':
      return { ...(await work()), dropped: true }
    case 'server_error':
      if (fault.done) await work()
      return { body: { ok: false, error: 'internal_error' }, status: fault.status }
    case 'rate_limit': {
      const headers = { 'retry-after': String(fault.retryAfter) }
      return { body: { ok: false, error: 'ratelimited' }, status: 429, headers }
    }
  }
}
