import { z } from 'zod'
import { startApp } from '../../src/app.ts'
import { readConfig, secretsOf } from '../../src/config.ts'
import { openPostgres } from '../../src/db/database.ts'
import { makeLog } from '../../src/log.ts'
import { Deliveries } from '../../src/slack/deliveries.ts'
import { noteJobs } from './jobs.ts'

/** Put the clock so many milliseconds ahead of the real one, look at it, acknowledge nothing any more, or tell the jobs it is at. */
const orders = z.union([z.object({ ahead: z.number() }), z.enum(['look', 'hold acks', 'tell jobs'])])
export type Order = z.infer<typeof orders>

/**
 * Shipshape in a process that can be killed, as `src/main.ts` starts it, but obeying its parent: by a clock that is put
 * forward, and standing still where a story wants it killed. It tells its port once it works, and answers `done` or
 * the ids of its jobs to an order, and `held` for each ack.
 */
let ahead = Number(process.env.AHEAD)
let holds = false
const jobs = noteJobs()

const { take } = Deliveries.prototype
Deliveries.prototype.take = function (delivery, work) {
  const ack: typeof delivery.ack = async (...answer) => {
    if (!holds) return delivery.ack(...answer)
    process.send?.('held')
    await new Promise(() => {})
  }
  return take.call(this, { ...delivery, ack }, work)
}

const config = readConfig(process.env)
const log = makeLog(config.LOG_LEVEL, secretsOf(config))
const running = await startApp(config, openPostgres(config.DATABASE_URL ?? ''), log, {
  now: () => new Date(Date.now() + ahead),
  ticking: process.env.TICKING === 'yes',
  paced: false,
})
process.on('message', async (message) => {
  const order = orders.parse(message)
  if (order === 'hold acks') holds = true
  else if (order === 'look') await running.tick()
  else if (order !== 'tell jobs') ahead = order.ahead
  process.send?.(order === 'tell jobs' ? [...jobs] : 'done')
})
process.on('disconnect', () => process.exit(0))
log.info({ port: running.port }, 'Shipshape is ready')
process.send?.({ port: running.port })
