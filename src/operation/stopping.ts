import type { Log } from '../log.ts'

/** How long a graceful stop may take, in milliseconds: process managers kill after ten seconds. */
const mostMilliseconds = 9_500

/** Signals so close together, in milliseconds, are one: npm hands on what the terminal has sent to all. */
const oneMoment = 500

interface Ends {
  readonly log: Log
  readonly stop: () => Promise<void>
}

/** Stops in order when told to by the system. What cannot be ended in time, or a second signal, ends it at once. */
export function stopsOnSignal({ log, stop }: Ends): void {
  let told: number | null = null
  const end = async (signal: string) => {
    if (told !== null && performance.now() - told > oneMoment) process.exit(1)
    if (told !== null) return
    told = performance.now()
    log.info({ signal }, 'stopping')
    setTimeout(() => {
      log.error('could not stop in time; what was begun goes on after the next start')
      process.exit(1)
    }, mostMilliseconds).unref()
    await stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
