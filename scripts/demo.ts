/**
 * `npm run demo`: an embedded PostgreSQL, a local Slack workspace with a page, and Shipshape connected to it.
 * `--play` plays a whole release and prints what happened; `--keep` leaves the page open afterwards;
 * `--socket` connects by Socket Mode instead of HTTP; `--faults SEED` plays on a bad day of Slack's, the same for the
 * same seed; `--port N` for the page's address.
 */
import { parseArgs } from 'node:util'
import { makeLog } from '../src/log.ts'
import { buildPage } from '../test/workspace/page/build.ts'
import { inBerlin } from './demo/clock.ts'
import { demoDatabase } from './demo/database.ts'
import { jumpsOf } from './demo/jumps.ts'
import { openStage, type Stage } from './demo/stage.ts'
import { troubles } from './demo/troubles.ts'

const began = performance.now()
const { values } = parseArgs({
  options: {
    play: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    socket: { type: 'boolean', default: false },
    faults: { type: 'string' },
    port: { type: 'string', default: '8080' },
  },
})

const page = values.play && !values.keep ? undefined : await buildPage()
const database = await demoDatabase()
// The jumps act on the stage, which is there by the time somebody can press them.
const set: { stage?: Stage } = {}
set.stage = await openStage({
  database,
  log: makeLog(process.env.LOG_LEVEL ?? 'warn'),
  begins: inBerlin('2026-11-19 10:00'),
  transport: values.socket ? 'socket' : 'http',
  ticking: !values.play || values.keep,
  workspace: {
    ...(page && { page, port: Number(values.port) }),
    ...(values.faults && { faults: troubles(Number(values.faults)) }),
    jumps: jumpsOf(() => set.stage),
  },
})
const { stage } = set

if (values.play) {
  const { play } = await import('./demo/play.ts')
  const ok = await play(stage)
  if (!ok) process.exitCode = 1
  if (!values.keep) await stop()
}
if (page) {
  console.log(`The workspace is open: ${stage.slack.url}`)
  console.log(
    'Act as anybody in it. Try, in #releases:  /release new payments 2.4.0 1 dec 16:00 because refunds reach customers the same day',
  )
  console.log(`Started in ${((performance.now() - began) / 1000).toFixed(1)} s. Stop with Ctrl-C.`)
}

async function stop() {
  await stage.close()
  await database.close()
}
process.once('SIGINT', () => void stop().then(() => process.exit(0)))
