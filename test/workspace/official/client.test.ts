import { SocketModeClient } from '@slack/socket-mode'
import { type ConversationsListResponse, WebClient, WebClientEvent } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { SILENT, workspace } from '../small/start.ts'

test('the client’s paging iterator reads every page to the end', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const slack = await workspace({ channels: names.map((name) => ({ name, members: 'all' })) })
  const web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: SILENT })
  const read: string[] = []
  for await (const page of web.paginate('conversations.list', { limit: 2 })) {
    // A page is typed by no method.
    const { channels = [] } = page as ConversationsListResponse
    read.push(...channels.map((channel) => channel.name ?? ''))
  }
  expect(read.toSorted()).toEqual(names)
  expect(slack.calls('conversations.list').length).toBeGreaterThan(2)
})

test('the client waits as long as a 429 says and tries again by itself', async () => {
  const slack = await workspace()
  const web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: SILENT })
  const waits: number[] = []
  web.on(WebClientEvent.RATE_LIMITED, (seconds: number) => waits.push(seconds))
  const stop = slack.before('auth.test', () => {
    stop()
    return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } }
  })
  expect(await web.auth.test()).toMatchObject({ ok: true, user: 'lighthouse' })
  expect(waits).toEqual([1])
  expect(slack.calls('auth.test').map((call) => call.status)).toEqual([429, 200])
})

test('the socket client comes back after a disconnect and takes what follows', async () => {
  const slack = await workspace()
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const options = { appToken: slack.appToken, clientOptions, clientPingTimeout: 300, logger: SILENT }
  const socket = new SocketModeClient(options)
  socket.on('slash_commands', ({ ack }: { ack: (body: object) => Promise<void> }) => ack({ text: 'pong' }))
  await socket.start()
  onTestFinished(() => socket.disconnect())
  const back = new Promise<void>((resolve) => socket.once('connected', () => resolve()))
  slack.disconnect('refresh_requested')
  await back
  expect((await slack.as('ada').run('/lamp', { in: '#pier' })).text).toBe('pong')
})
