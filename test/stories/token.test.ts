import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Running, startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type OpenDatabase, openPostgres } from '../../src/db/database.ts'
import { minutePasses } from './process-stage.ts'
import { inBerlin, openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
let world: StoryWorld
const rm = () => world.as('rm')

beforeAll(async () => {
  world = await openWorld('postgres', { begins: '2026-11-20 20:00' })
  await rm().run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await world.settled()
})
afterAll(() => world.close())

const isReady = async () => (await fetch(`http://127.0.0.1:${world.app.port}/readyz`)).ok
const topics = () =>
  world.slack.calls('conversations.setTopic').flatMap(({ answer, args }) => (answer?.ok ? [args.topic] : []))
/** Tasks of which a try was used up. */
const tried = () => world.database.db.execute(sql`select name from pgboss.job where retry_count > 0`)
const lines: string[] = []
const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) })

/** Calls that Slack answered no more. */
const refused = () =>
  world.slack.traffic.all.flatMap((entry) =>
    entry.kind === 'call' && entry.answer?.error === 'account_inactive' ? [entry.method] : [],
  )

/** The token is dead, and people go on. */
async function lifeGoesOn() {
  world.slack.admin.revokeToken()
  expect((await rm().run('/release hold payments-2.4.0 staging is down', { in: channel })).text).toContain(
    'On hold',
  )
  await rm().run('/release new ledger 1.9.0 1 dec 18:00', { in: '#releases' })
  await world.settled()
  await minutes(12)
}

async function minutes(n: number) {
  for (let minute = 0; minute < n; minute++) {
    await minutePasses(world.database)
    await world.settled()
  }
}

/** Shipshape is started anew, with the token that the app got when it was let in again. */
async function startedAnew(work: (app: Running) => Promise<void>) {
  await world.app.stop()
  lines.length = 0
  world.slack.admin.install()
  const { slack, clock, database } = world
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.world.app.botToken,
    SLACK_API_URL: slack.apiUrl,
    SLACK_SIGNING_SECRET: slack.signingSecret,
  })
  const connected: OpenDatabase = openPostgres(database.url ?? '')
  const options = { now: clock.now, paced: false, ticking: false }
  const second = await startApp({ ...config, PORT: 0 }, connected, log, options)
  slack.deliverTo(`http://127.0.0.1:${second.port}/slack/events`)
  await minutes(1)
  await work(second)
  await second.stop()
  await connected.close()
}

test('a token that was revoked makes it not ready, and no work is given up', async () => {
  await lifeGoesOn()
  expect(await isReady()).toBe(false)
  expect(await tried()).toHaveLength(0)
})

test('started with a new token it does what waited, once', { timeout: 60_000 }, async () => {
  await startedAnew(async () => {
    await rm().waits(channel, 'payments-2.4.0: on hold')
    await rm().waits('#rel-ledger-1-9-0', 'ledger-1.9.0 is not ready')
    expect(topics()).toContainEqual(expect.stringMatching(/^payments-2\.4\.0 .*on hold/))
    expect(topics()).toContainEqual(expect.stringMatching(/^ledger-1\.9\.0 .*preparing/))
    expect(
      rm()
        .sees('#releases')
        .filter(({ text }) => text.startsWith('ledger-1.9.0')),
    ).toHaveLength(1)

    world.slack.admin.revokeToken()
    await rm().run('/release resume payments-2.4.0', { in: channel })
    await minutes(3)
    expect(lines).toEqual([expect.stringContaining('Slack does not take SLACK_BOT_TOKEN any more')])
  })
})

test('removed from the workspace it hears so and asks for nothing; let in again it goes on', async () => {
  await startedAnew(async (app) => {
    const before = refused().length
    world.slack.admin.uninstall()
    await vi.waitFor(() => expect(lines).toEqual([expect.stringContaining('does not take')]), 20_000)
    await minutes(1)
    const asked = refused()
    expect(new Set(asked.slice(before))).toEqual(new Set(['auth.test']))
    world.clock.forwardTo(inBerlin('2026-11-27 09:00'))
    await app.tick()
    await minutes(3)
    // One of all the messages of that morning found out that nothing has changed.
    expect(refused()).toHaveLength(asked.length + 1)

    world.slack.admin.install()
    world.clock.advance(30_000)
    await minutes(1)
    await world.as('dba').waits('@shipshape', 'of yours')
  })
})
