import { LogLevel } from '@slack/bolt'
import type { Log } from '../log.ts'

/** The lines of Slack's own packages, in our log; only what may want an operator's eye. */
export function quiet(log: Log) {
  const said = (...parts: unknown[]) => parts.map(String).join(' ')
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({ bolt: said(...parts) }, 'bolt'),
    error: (...parts: unknown[]) => log.error({ bolt: said(...parts) }, 'bolt'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
