import { startApp } from './app.ts'
import { readConfig, SettingsError } from './config.ts'
import { openEmbedded, openPostgres } from './db/database.ts'
import { makeLog } from './log.ts'
import { ManifestError } from './manifest/manifest.ts'
import { SlackRefused } from './slack/client.ts'

/** Mistakes of the set-up, each told in one clear message. */
function advice(error: unknown): string | null {
  if (error instanceof SettingsError)
    return `Settings are missing or wrong:\n${error.message}\nThe README's table says where each comes from.`
  if (error instanceof ManifestError) return error.message
  if (error instanceof SlackRefused) {
    return `${error.message} to SLACK_BOT_TOKEN. Copy the "Bot User OAuth Token" (xoxb-) from your app's page, under OAuth & Permissions, and install the app to the workspace.`
  }
  return null
}

async function main() {
  const config = readConfig(process.env)
  const log = makeLog(config.LOG_LEVEL)
  const database = config.DATABASE_URL
    ? openPostgres(config.DATABASE_URL)
    : await openEmbedded(config.DATA_DIR)
  const running = await startApp(config, database, log)
  log.info({ port: running.port, workspace: running.ctx.workspace }, 'Shipshape is ready')
  const stop = async () => {
    await running.stop()
    await database.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error) => {
  const told = advice(error)
  if (told) console.error(told)
  else console.error(error)
  process.exit(1)
})
