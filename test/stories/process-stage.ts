import { sql } from 'drizzle-orm'
import { cast, castChannels } from '../../scripts/demo/cast.ts'
import { clockFrom, inBerlin } from '../../scripts/demo/clock.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { startProcess } from '../setup/process.ts'
import type { Order } from '../setup/shipshape.ts'
import type { Shown } from '../workspace/person/shown.ts'
import { startWorkspace } from '../workspace/workspace.ts'

export { without } from '../setup/process.ts'

export const channel = '#rel-payments-2-4-0'

export type ProcessStage = Awaited<ReturnType<typeof openProcess>>

/**
 * What goes by while nobody runs: longer than the queue waits for a worker that died, and than a post may be under way.
 * The queue knows real time only, so what it has noted is made so much older.
 */
const aMinute = 60_000
export async function minutePasses({ db }: TestDatabase) {
  await db.execute(sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute',
    start_after = start_after - interval '1 minute' where state < 'completed'`)
  await db.execute(sql`update pgboss.queue set monitor_claim_on = monitor_claim_on - interval '1 minute'`)
}

/** Shipshape as a process of its own on a real PostgreSQL and before a local workspace, on a day in November. */
export async function openProcess(env: Readonly<Record<string, string>> = {}) {
  const clock = clockFrom(inBerlin('2026-11-20 20:00'))
  const slack = await startWorkspace({
    clock: () => clock.now().getTime(),
    manifest: 'slack-manifest.yml',
    people: cast,
    channels: castChannels,
    // Soon enough that a story need not wait for Slack as people do.
    retries: [0, 1_000, 3_000, 8_000, 20_000],
  })
  const database = await freshDatabase('postgres')
  const ahead = () => clock.now().getTime() - Date.now()
  const start = async () => {
    const settings = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: database.url ?? '',
      PORT: '0',
      AHEAD: String(ahead()),
      ...env,
    }
    const started = await startProcess(settings, 'test/setup/shipshape.ts')
    slack.deliverTo(`http://127.0.0.1:${started.port}/slack/events`)
    return started
  }
  let running = await start()
  const hears = (word: 'held' | 'done') =>
    new Promise<void>((heard) => {
      running.child.on('message', (said) => said === word && heard())
    })
  const orders = async (order: Order) => {
    const done = hears('done')
    running.child.send(order)
    await done
  }
  return {
    slack,
    database,
    /** Puts the clock forward to this Berlin wall time and looks at it. */
    at: async (wall: string) => {
      clock.forwardTo(inBerlin(wall))
      await orders({ ahead: ahead() })
      await orders('look')
    },
    /** From now on what is committed is acknowledged no more. @returns what resolves when an ack stands still. */
    holdAcks: async () => {
      const held = hears('held')
      await orders('hold acks')
      return { held }
    },
    /** SIGKILL, and a new start a minute later. */
    killed: async (point: string, meanwhile = async () => {}) => {
      await running.kill()
      console.log(`killed ${point}`)
      await meanwhile()
      await minutePasses(database)
      clock.advance(aMinute)
      running = await start()
    },
    /** What somebody sees in the release's channel, within a minute. */
    sees: (handle: string, words: string): Promise<Shown> =>
      slack
        .as(handle)
        .waits(channel, (shown) => !shown.ephemeral && shown.text.includes(words), { timeoutMs: 60_000 }),
    close: async () => {
      await running.kill()
      await slack.close()
      await database.close()
    },
  }
}
