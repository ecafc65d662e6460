import { collectDefaultMetrics } from 'prom-client'
import { adviceFor } from './advice.ts'
import { startApp } from './app.ts'
import { readConfig, secretsOf } from './config.ts'
import { openEmbedded, openPostgres } from './db/database.ts'
import { makeLog } from './log.ts'
import { faultOf } from './operation/fault.ts'
import { scrubber } from './operation/scrub.ts'
import { stopsOnSignal } from './operation/stopping.ts'

async function main() {
  const config = readConfig(process.env)
  const log = makeLog(config.LOG_LEVEL, secretsOf(config))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'crashed')
    process.exit(1)
  })
  const database = config.DATABASE_URL
    ? openPostgres(config.DATABASE_URL)
    : await openEmbedded(config.DATA_DIR)
  const running = await startApp(config, database, log)
  collectDefaultMetrics({ register: running.ctx.meters.registry })
  log.info({ port: running.port, workspace: running.ctx.workspace }, 'Shipshape is ready')
  stopsOnSignal({
    log,
    stop: async () => {
      await running.stop()
      await database.close()
    },
  })
}

/** Before there is a log, and at the start, where somebody is looking: words, not lines. */
function tell(error: unknown) {
  const scrub = scrubber(secretsOf(process.env))
  console.error(scrub(adviceFor(error) ?? JSON.stringify(faultOf(error), null, 2)))
}

main().catch((error) => {
  tell(error)
  process.exit(1)
})
