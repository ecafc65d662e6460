import { type Logger, pino } from 'pino'

export type Log = Logger

const secretPaths = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'response_url',
  'trigger_id',
]

/** Structured lines on standard output; known secret fields never reach it. */
export function makeLog(level: string): Log {
  return pino({
    level,
    redact: { paths: secretPaths.flatMap((p) => [p, `*.${p}`, `*.*.${p}`]), censor: '[secret]' },
  })
}
