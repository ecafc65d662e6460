import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { z } from 'zod'
import { cast, castChannels } from '../../scripts/demo/cast.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { type RunningProcess, startProcess } from '../setup/process.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'

const channel = '#rel-payments-2-4-0'
const password = 'hunter2hunter2'
let slack: Workspace
let database: TestDatabase
let running: RunningProcess

beforeAll(async () => {
  slack = await startWorkspace({ manifest: 'slack-manifest.yml', people: cast, channels: castChannels })
  database = await freshDatabase('postgres')
  running = await startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: Object.assign(new URL(database.url ?? inject('postgres')), { password }).href,
    LOG_LEVEL: 'trace',
    PORT: '0',
  })
  await everythingGoesWrong()
})
afterAll(async () => {
  await running.kill()
  await slack.close()
  await database.close()
})

/** A release is planned, with the refusals and breakdowns that put most into an error. */
async function everythingGoesWrong() {
  const rm = slack.as('rm')
  const pinned = Promise.withResolvers<void>()
  const stops = [
    slack.before('pins.add', () => {
      pinned.resolve()
      return { body: { ok: false, error: `refused_${slack.botToken}_${slack.signingSecret}` } }
    }),
    slack.before('views.open', ({ args }) => ({ status: 500, body: { asked: args, token: slack.botToken } })),
    slack.after('conversations.setTopic', () => 'drop'),
  ]
  await rm.run('/release new payments 2.4.0 in 3 hours because refunds the same day', { in: '#releases' })
  await pinned.promise
  await slack.answered('conversations.setTopic')
  await rm.run('/release new', { in: '#releases' })
  await rm.run('/release stauts', { in: channel })
  await rm.waits('#releases', 'Something broke')
  for (const stop of stops) stop()
  await vi.waitFor(() => expect(running.printed()).toMatch('job failed'), 20_000)
}

interface Line {
  readonly [field: string]: unknown
}
const lines = (): Line[] =>
  running
    .printed()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
/** What the process wrote reaches us when it does. */
const line = (fields: Line) =>
  vi.waitFor(() => expect(lines()).toContainEqual(expect.objectContaining(fields)), 20_000)

describe('the log of a run', { timeout: 60_000 }, () => {
  test('has a line for what somebody did, with release, door and duration', async () => {
    const by = { person: slack.as('rm').id, door: 'command' }
    await line({ ...by, act: 'command new', release: 'payments-2.4.0', ms: expect.any(Number), msg: 'done' })
  })

  test('has one for what a rule refused, and none of the words as a name', async () => {
    await line({ act: 'command other', msg: 'rejected', level: 30 })
  })

  test('has what broke under the reference that the person was told', async () => {
    const told = slack
      .as('rm')
      .sees('#releases')
      .find(({ text }) => text.includes('Something broke'))
    const ref = /ref (\w{4})/.exec(told?.text ?? '')?.[1]
    await line({ ref, act: 'command new', level: 50, person: slack.as('rm').id })
  })

  test('has what a job failed at, with Slack’s part in it', async () => {
    await line({ job: 'provision', msg: 'job failed', release: 'payments-2.4.0', level: 50 })
  })

  test('has none of the secrets of the run', () => {
    const { botToken, appToken, signingSecret, world, traffic } = slack
    const exchanged = traffic.all.flatMap((entry) =>
      secretsIn(entry.kind === 'delivery' ? entry.payload : entry.answer),
    )
    const all = [botToken, appToken, signingSecret, world.app.verificationToken, password, ...exchanged]
    expect(exchanged.length).toBeGreaterThan(5)
    expect(running.printed()).toContain('[secret]')
    expect(all.filter((secret) => running.printed().includes(secret))).toEqual([])
  })
})

test('what is counted names the process and its cards, and nobody', async () => {
  const metrics = await (await fetch(`http://127.0.0.1:${running.port}/metrics`)).text()
  expect(metrics).toMatch(/^process_resident_memory_bytes \d+/m)
  expect(metrics).toMatch(/^shipshape_cards_drawn_total\{kind="announcement",how="posted"\} 1$/m)
  expect(metrics).not.toMatch(/payments-2\.4\.0|U0RM/)
})

const exchange = z.looseObject({
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  url: z.string().optional(),
})

/** The response URL, the trigger id and the socket's ticket in what was exchanged. */
function secretsIn(body: unknown): string[] {
  const { response_url, trigger_id, url } = exchange.safeParse(body).data ?? {}
  const ticket = url?.includes('ticket=') ? new URL(url).searchParams.get('ticket') : null
  return [response_url, trigger_id, ticket].flatMap((secret) => secret ?? [])
}
