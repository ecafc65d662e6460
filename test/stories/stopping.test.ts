import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cast, castChannels } from '../../scripts/demo/cast.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { type RunningProcess, startProcess } from '../setup/process.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'

let slack: Workspace
let database: TestDatabase
let running: RunningProcess

beforeEach(async () => {
  slack = await startWorkspace({ manifest: 'slack-manifest.yml', people: cast, channels: castChannels })
  database = await freshDatabase('postgres')
  running = await start()
})
afterEach(async () => {
  await running.kill()
  await slack.close()
  await database.close()
})

async function start() {
  const started = await startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: database.url ?? '',
    PORT: '0',
  })
  slack.deliverTo(`http://127.0.0.1:${started.port}/slack/events`)
  return started
}

const plan = () =>
  slack
    .as('rm')
    .run('/release new payments 2.4.0 in 3 hours because refunds the same day', { in: '#releases' })
const announced = () =>
  slack
    .as('rm')
    .sees('#releases')
    .filter(({ text, ephemeral }) => !ephemeral && text.includes('payments-2.4.0'))

/** Holds the next announcement in Slack's hands. @returns what lets it go. */
async function held() {
  const [reached, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const release = slack.before('chat.postMessage', async () => {
    reached.resolve()
    await freed.promise
    return undefined
  })
  await plan()
  await reached.promise
  return () => {
    release()
    freed.resolve()
  }
}

/** Tells it to stop. @returns its exit code and how many seconds it took. */
async function stopped() {
  const began = performance.now()
  const code = await running.stop()
  return { code, seconds: (performance.now() - began) / 1000 }
}

describe('told to stop', { timeout: 60_000 }, () => {
  test('it is not ready at once, ends the card it draws, and goes in peace', async () => {
    const letGo = await held()
    const stop = stopped()
    // It waits for the card, and tells every probe so.
    for (let probe = 0; probe < 100; probe++) await ready(false)
    letGo()
    const { code, seconds } = await stop
    expect(code).toBe(0)
    expect(seconds).toBeLessThan(10)
    const [card] = await database.db.select().from(surfaces).where(eq(surfaces.kind, 'announcement'))
    expect(card?.ts).toBe(announced()[0]?.ts)
    expect(announced()).toHaveLength(1)
  })

  test('it goes within ten seconds although Slack never answers, and what it drew is there once after the next start', async () => {
    const letGo = await held()
    const { seconds } = await stopped()
    expect(seconds).toBeLessThan(10)
    letGo()
    running = await start()
    const drawn = () => database.db.select().from(surfaces).where(eq(surfaces.kind, 'announcement'))
    await expect.poll(async () => (await drawn())[0]?.ts, { timeout: 40_000 }).toBeTruthy()
    expect(announced()).toHaveLength(1)
  })

  test('told twice it goes at once', async () => {
    const letGo = await held()
    const stop = stopped()
    await ready(false)
    running.child.kill('SIGTERM')
    expect(await stop).toMatchObject({ code: 1, seconds: expect.closeTo(0, -1) })
    letGo()
  })
})

/** Resolves when the probe says so. */
const ready = (wanted: boolean) =>
  expect
    .poll(async () => (await fetch(`http://127.0.0.1:${running.port}/readyz`)).ok, { interval: 20 })
    .toBe(wanted)
