import type { Log } from '../log.ts'
import { faultOf } from '../operation/fault.ts'

/** How long the like of what was told is only counted, in milliseconds. */
const quiet = 30_000

/**
 * Tells of the queue's own errors. While the database is away each worker fails twice a second, and a thousand lines
 * say no more than one.
 */
export function seldom(log: Log, now = () => performance.now()): (error: unknown) => void {
  const told = new Map<string, { readonly at: number; alike: number }>()
  return (error) => {
    const kind = kindOf(error)
    const before = told.get(kind)
    if (before && now() - before.at < quiet) {
      before.alike++
      return
    }
    told.set(kind, { at: now(), alike: 0 })
    log.error({ err: error, ...(before?.alike && { alike: before.alike }) }, 'queue error')
  }
}

/** pg-boss names the worker behind the words. */
const kindOf = (error: unknown) => faultOf(error).message.replace(/ \(Queue: .*\)$/s, '')
