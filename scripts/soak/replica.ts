/** One replica of Shipshape as the soak runs it: like `src/main.ts`, but by a clock that its parent moves. */
import { z } from 'zod'
import { startApp } from '../../src/app.ts'
import { readConfig, secretsOf } from '../../src/config.ts'
import { openPostgres } from '../../src/db/database.ts'
import { makeLog } from '../../src/log.ts'

/** Put the clock so many milliseconds ahead of the real one, or look at what is due. */
const orders = z.union([z.object({ ahead: z.number() }), z.literal('look')])
export type Order = z.infer<typeof orders>

let ahead = Number(process.env.SOAK_AHEAD)
const config = readConfig(process.env)
const log = makeLog(config.LOG_LEVEL, secretsOf(config))
const app = await startApp(config, openPostgres(config.DATABASE_URL ?? ''), log, {
  now: () => new Date(Date.now() + ahead),
  paced: false,
})

process.on('message', async (message) => {
  const order = orders.parse(message)
  if (order === 'look') await app.tick()
  else ahead = order.ahead
  process.send?.('done')
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
