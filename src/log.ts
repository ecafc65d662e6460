import { type DestinationStream, type Logger, pino } from 'pino'
import { doing } from './operation/acting.ts'
import { faultOf } from './operation/fault.ts'
import { scrubber } from './operation/scrub.ts'

export type Log = Logger

/**
 * Structured lines, on standard output unless told otherwise. Of errors only what `faultOf` names is written, and no
 * line leaves with a secret in it, wherever it came from.
 * @param secrets what this process was given to keep: tokens, passwords.
 */
export function makeLog(level: string, secrets: readonly string[] = [], to?: DestinationStream): Log {
  const options = {
    level,
    mixin: doing,
    serializers: { err: (error: unknown) => faultOf(error) },
    formatters: { log: withoutErrors },
    hooks: { streamWrite: scrubber(secrets) },
  }
  return to ? pino(options, to) : pino(options)
}

/** An error under any name is written as carefully as one under `err`. */
const withoutErrors = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error && name !== 'err' ? faultOf(value) : value,
    ]),
  )
