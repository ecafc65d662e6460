import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clockFrom } from '../../scripts/demo/clock.ts'
import { type Budget, OverBudget } from '../../src/slack/budget.ts'
import { refusedToken } from '../../src/slack/client.ts'
import { type WatchedClient, webClient } from '../../src/slack/watched-client.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'

let slack: Workspace
let web: WatchedClient
const clock = clockFrom(new Date())
const lines: string[] = []
const log = pino({}, { write: (line) => void lines.push(JSON.parse(line).msg) })

beforeAll(async () => {
  slack = await startWorkspace({ manifest: 'slack-manifest.yml', people: [] })
  web = webClient(slack.botToken, slack.apiUrl, log, { now: clock.now })
})
afterAll(() => slack.close())
beforeEach(() => {
  lines.length = 0
})

const asked = () => slack.calls('auth.test').length
const refusal = () => web.auth.test().then(() => null, refusedToken)

test('a token that Slack refuses is not sent again, whatever is asked', async () => {
  await web.auth.test()
  slack.admin.uninstall()
  expect([await refusal(), await refusal(), await web.accepted()]).toEqual([
    'account_inactive',
    'account_inactive',
    false,
  ])
  expect(asked()).toBe(2)
  expect(lines).toEqual([expect.stringContaining('does not take SLACK_BOT_TOKEN any more')])
})

test('after half a minute one call finds out whether it is taken again', async () => {
  clock.advance(30_000)
  const before = asked()
  expect(await Promise.all([refusal(), refusal()])).toEqual(['account_inactive', 'account_inactive'])
  expect(asked()).toBe(before + 1)
})

test('once it is, everything goes on', async () => {
  slack.admin.install()
  expect(await web.accepted()).toBe(false)
  clock.advance(30_000)
  expect(await web.accepted()).toBe(true)
  expect(await refusal()).toBeNull()
  expect(lines).toEqual(['Slack takes SLACK_BOT_TOKEN again'])
})

test('what a call costs is taken before it is sent, but for what never waits and what is drawn', async () => {
  const taken: unknown[] = []
  const take: Budget['take'] = async (method, _of, priority) => {
    taken.push([method, priority])
    throw new OverBudget(method, 7_000)
  }
  web.spendFrom({ take, ask: take })
  await expect(web.conversations.list({})).rejects.toMatchObject({ seconds: 7 })
  expect(slack.calls('conversations.list')).toEqual([])
  await web.auth.test()
  await expect(web.chat.update({ channel: 'C404', ts: '1.0', text: 'Hi' })).rejects.toThrow(
    'channel_not_found',
  )
  expect(taken).toEqual([['conversations.list', 1]])
})
