import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, castChannels } from '../../scripts/demo/cast.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { type RunningProcess, startProcess } from '../setup/process.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'
import { minutePasses } from './process-stage.ts'

let slack: Workspace
let database: TestDatabase
let running: RunningProcess

beforeAll(async () => {
  slack = await startWorkspace({ manifest: 'slack-manifest.yml', people: cast, channels: castChannels })
  database = await freshDatabase('postgres')
})
afterAll(async () => {
  await running.kill()
  await slack.close()
  await database.close()
})

async function start() {
  running = await startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: database.url ?? '',
    PORT: '0',
  })
  slack.deliverTo(`http://127.0.0.1:${running.port}/slack/events`)
}

const announced = (key: string) =>
  slack
    .as('rm')
    .sees('#releases')
    .filter(({ text, ephemeral }) => !ephemeral && text.includes(key))
const drawn = async (key: string) => {
  const cards = await database.db.select().from(surfaces).where(eq(surfaces.kind, 'announcement'))
  return cards.some(({ ts }) => ts !== null && ts === announced(key)[0]?.ts)
}

/** Plans a release whose announcement Slack holds in its hands. @returns what lets it go. */
async function held(version: string) {
  const said = slack.hold('chat.postMessage', 'before work', ({ args }) =>
    JSON.stringify(args).includes(`payments-${version}`),
  )
  const words = `/release new payments ${version} in 3 hours because refunds the same day`
  await slack.as('rm').run(words, { in: '#releases' })
  await said.reached
  return said.release
}

/** Tells it to stop. @returns its exit code and how many seconds it took. */
async function stopped() {
  const began = performance.now()
  const code = await running.stop()
  return { code, seconds: (performance.now() - began) / 1000 }
}

describe('told to stop', { timeout: 60_000 }, () => {
  test('it is not ready at once, ends the card it draws, and goes in peace', async () => {
    await start()
    const letGo = await held('2.4.0')
    // From a terminal npm hands on what the terminal has told it already.
    running.child.kill('SIGTERM')
    const stop = stopped()
    // It waits for the card, and tells every probe so.
    for (let probe = 0; probe < 100; probe++) await ready(false)
    letGo()
    const { code, seconds } = await stop
    expect(code).toBe(0)
    expect(seconds).toBeLessThan(10)
    expect(await drawn('payments-2.4.0')).toBe(true)
    expect(announced('payments-2.4.0')).toHaveLength(1)
  })

  test('it goes within ten seconds although Slack never answers, and what it drew is there once after the next start', async () => {
    await start()
    const letGo = await held('2.5.0')
    const { seconds } = await stopped()
    expect(seconds).toBeLessThan(10)
    letGo()
    await minutePasses(database)
    await start()
    await expect.poll(() => drawn('payments-2.5.0'), { timeout: 40_000 }).toBe(true)
    expect(announced('payments-2.5.0')).toHaveLength(1)
  })

  test('told twice it goes at once', async () => {
    const letGo = await held('2.6.0')
    const stop = stopped()
    await ready(false)
    const again = setInterval(() => running.child.kill('SIGTERM'), 50)
    const { code, seconds } = await stop
    clearInterval(again)
    expect(code).toBe(1)
    expect(seconds).toBeLessThan(5)
    letGo()
  })
})

/** Resolves when the probe says so. */
const ready = (wanted: boolean) =>
  expect
    .poll(async () => (await fetch(`http://127.0.0.1:${running.port}/readyz`)).ok, { interval: 20 })
    .toBe(wanted)
