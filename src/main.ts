import { collectDefaultMetrics } from 'prom-client'
import { plainly } from './advice.ts'
import { startApp } from './app.ts'
import { readConfig, secretsOf } from './config.ts'
import { answering, openEmbedded, openPostgres } from './db/database.ts'
import { makeLog } from './log.ts'
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
  await answering(database)
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

main().catch((error) => {
  console.error(plainly(error, process.env))
  process.exit(1)
})
