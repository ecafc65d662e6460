import type { ZodType } from 'zod'
import type { Ctx } from '../ctx.ts'

/** Work that a change leaves for later: named, with a payload that its schema reads back. */
export interface Job<T = unknown> {
  readonly name: string
  readonly payload: ZodType<T>
  /**
   * Equal keys are one piece of work: one that waits is brought forward and not doubled, and two never run at once.
   * Without a key every task is its own.
   */
  readonly key?: (payload: T) => string
  /** Throws to be tried again. */
  readonly run: (ctx: Ctx, payload: T) => Promise<void>
  /** Told when all tries are used up, with the reference under which the log has it. */
  readonly gaveUp?: (ctx: Ctx, payload: T, ref: string) => Promise<void>
}

/** A job to enqueue, by name. */
export interface Task {
  readonly job: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Ties a job's payload schema to its handler; a list of jobs cannot keep each one's type. */
export function defineJob<T>(job: Job<T>): Job {
  // Sound because the queue parses every payload with this job's own schema before it calls `run`.
  return job as unknown as Job
}

/** Thrown by a handler that wants to be tried again no earlier than this. */
export class TryLater extends Error {
  override readonly name = 'TryLater'
  readonly seconds: number
  constructor(seconds: number, why: string) {
    super(why)
    this.seconds = seconds
  }
}
