import { answerUnder } from './faults/calls.ts'
import type { Faults } from './faults/faults.ts'
import type { ApiCall } from './traffic.ts'

/** An answer of the Web API; HTTP status 200 unless it says otherwise. */
export interface Answer {
  body: Record<string, unknown>
  status?: number
  headers?: Record<string, string>
  /** The connection breaks before anything is sent. */
  dropped?: boolean
}

/** Runs before the work is done; holds the call while its promise is pending, and what it returns is the answer. */
export type Before = (call: ApiCall) => Answer | undefined | Promise<Answer | undefined>
/** Runs after the work is done; may hold, replace or drop the answer. */
export type After = (
  call: ApiCall,
  answer: Answer,
) => Answer | 'drop' | undefined | Promise<Answer | 'drop' | undefined>

/** Where a test steps between the app and the workspace, one method at a time. */
export class Interceptors {
  readonly #before = new Map<string, Set<Before>>()
  readonly #after = new Map<string, Set<After>>()
  readonly #faults: Faults

  constructor(faults: Faults) {
    this.#faults = faults
  }

  before(method: string, step: Before): () => void {
    return add(this.#before, method, step)
  }

  after(method: string, step: After): () => void {
    return add(this.#after, method, step)
  }

  async around(call: ApiCall, work: () => Promise<Answer>): Promise<Answer> {
    for (const step of this.#before.get(call.method) ?? []) {
      const instead = await step(call)
      if (instead) return instead
    }
    const fault = this.#faults.ofCall(call.method)
    if (fault) call.fault = fault.kind
    let answer = await (fault ? answerUnder(fault, work) : work())
    for (const step of this.#after.get(call.method) ?? []) {
      const changed = await step(call, answer)
      answer = changed === 'drop' ? { ...answer, dropped: true } : (changed ?? answer)
    }
    return answer
  }
}

function add<S>(steps: Map<string, Set<S>>, method: string, step: S): () => void {
  const ofMethod = steps.get(method) ?? new Set()
  steps.set(method, ofMethod.add(step))
  return () => ofMethod.delete(step)
}
