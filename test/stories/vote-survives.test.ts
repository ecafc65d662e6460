import { pathToFileURL } from 'node:url'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { cast, castChannels } from '../../scripts/demo/cast.ts'
import { releases } from '../../src/releases/tables.ts'
import { slackEvents } from '../../src/slack/tables.ts'
import { ballots } from '../../src/votes/tables.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { type RunningProcess, startProcess } from '../setup/process.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'

const channel = '#rel-payments-2-4-0'
const guardsOff = { NODE_OPTIONS: `--import ${pathToFileURL('test/setup/guards-off.ts').href}` }

type Environment = Readonly<Record<string, string>>

interface Stage {
  readonly slack: Workspace
  readonly database: TestDatabase
  readonly env: Environment
  running: RunningProcess
}

let stage: Stage
afterEach(async () => {
  await stage.running.kill()
  await stage.slack.close()
  await stage.database.close()
})

/** Shipshape as a process of its own, on a real PostgreSQL, with a vote open. */
async function openVote(env: Environment = {}) {
  const slack = await startWorkspace({ manifest: 'slack-manifest.yml', people: cast, channels: castChannels })
  const database = await freshDatabase('postgres')
  stage = { slack, database, env, running: await start(slack, database, env) }
  const rm = slack.as('rm')
  await rm.run('/release new payments 2.4.0 in 3 hours because refunds the same day', { in: '#releases' })
  await slack.answered('pins.add')
  await rm.run('/release vote open because it is urgent', { in: channel })
  await (await rm.waitsForModal('Open the vote')).submit()
  await card('rm')
}

async function start(slack: Workspace, database: TestDatabase, env: Environment) {
  const running = await startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: database.url ?? '',
    PORT: '0',
    ...env,
  })
  slack.deliverTo(`http://127.0.0.1:${running.port}/slack/events`)
  return running
}

const card = (handle: string, words = 'Vote on payments-2.4.0') =>
  stage.slack
    .as(handle)
    .waits(channel, (shown) => !shown.ephemeral && shown.text.includes(words), { timeoutMs: 60_000 })

/** Holds the release as a change in progress does: whatever would write a ballot has to wait. */
async function holdRelease() {
  const [held, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const done = stage.database.db.transaction(async (tx) => {
    await tx.select().from(releases).for('update')
    held.resolve()
    await freed.promise
  })
  await held.promise
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return {
    isWaitedFor: () =>
      vi.waitFor(async () => expect(await stage.database.db.execute(waiting)).toHaveLength(1), 20_000),
    release: async () => {
      freed.resolve()
      await done
    },
  }
}

/** Kills Shipshape right after it acknowledged an answer, with the work that it may have put off still undone. */
async function killedAfterAck(answer: () => Promise<unknown>) {
  const hold = await holdRelease()
  let acknowledged = false
  const acked = answer().then(() => {
    acknowledged = true
  })
  await Promise.race([acked, hold.isWaitedFor()])
  if (!acknowledged) {
    await hold.release()
    await acked
  }
  await stage.running.kill()
  await hold.release()
  stage.running = await start(stage.slack, stage.database, stage.env)
}

async function pressGo() {
  const qa = stage.slack.as('qa-lead')
  await qa.press(await card('qa-lead'), 'Go')
}

async function replyGo() {
  const { slack } = stage
  const { ts } = await slack.as('payments-lead').say(channel, 'go', { thread: await card('payments-lead') })
  await slack.until(() =>
    slack.traffic
      .deliveries('message')
      .some(({ payload, ack }) => ack?.ok && JSON.stringify(payload).includes(ts)),
  )
}

const answersOf = (handle: string) =>
  stage.database.db
    .select()
    .from(ballots)
    .where(eq(ballots.person, stage.slack.as(handle).id))
const keptEvents = () => stage.database.db.select().from(slackEvents).where(isNotNull(slackEvents.body))

describe('an answer that was acknowledged', { timeout: 120_000 }, () => {
  test('is there, once, although Shipshape was killed before it could do more', async () => {
    await openVote()
    await killedAfterAck(pressGo)
    expect(await answersOf('qa-lead')).toHaveLength(1)
    await killedAfterAck(replyGo)

    const shown = await card('rm', 'Go Product · payments-lead')
    expect(shown.text).toContain('Go Quality · qa-lead')
    expect(await answersOf('payments-lead')).toHaveLength(1)
    const marked = () =>
      stage.slack
        .as('rm')
        .thread(shown)
        .filter(({ reactions }) => reactions.length === 1)
    await stage.slack.until(() => marked().length === 1, 60_000)
  })

  test('would be lost without its guards', async () => {
    await openVote(guardsOff)
    await killedAfterAck(pressGo)
    expect(await answersOf('qa-lead')).toEqual([])
    await killedAfterAck(replyGo)
    expect(await answersOf('payments-lead')).toEqual([])
    expect(await keptEvents()).toEqual([])
  })
})
