import type { Log } from '../log.ts'

/** How long a graceful stop may take, in milliseconds: process managers kill after ten seconds. */
const mostMilliseconds = 9_500

interface Ends {
  readonly log: Log
  readonly stop: () => Promise<void>
}

/** Stops in order when told to by the system. What cannot be ended in time, or a second signal, ends it at once. */
export function stopsOnSignal({ log, stop }: Ends): void {
  let told = false
  const end = async (signal: string) => {
    if (told) process.exit(1)
    told = true
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
