import type { Interceptors } from '../interceptors.ts'
import type { ApiCall } from '../traffic.ts'

export type HoldPoint = 'before work' | 'after work'

/** One call that stands still until it is released. */
export interface Hold {
  /** The call, as soon as one has come to the point; the app is waiting for its answer. */
  reached: Promise<ApiCall>
  release(): void
}

/** Holds the next call of a method that fits; those that come after it pass. */
export function hold(
  interceptors: Interceptors,
  method: string,
  point: HoldPoint,
  fits: (call: ApiCall) => boolean = () => true,
): Hold {
  const reached = Promise.withResolvers<ApiCall>()
  const released = Promise.withResolvers<undefined>()
  const step = (call: ApiCall) => {
    if (!fits(call)) return undefined
    stop()
    reached.resolve(call)
    return released.promise
  }
  const stop = point === 'before work' ? interceptors.before(method, step) : interceptors.after(method, step)
  const release = () => {
    stop()
    released.resolve(undefined)
  }
  return { reached: reached.promise, release }
}
