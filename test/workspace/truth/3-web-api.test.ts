import { App } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { expect, test } from 'vitest'
import { client, fullManifest, SILENT, workspace } from '../small/start.ts'

const long = (length: number) => 'x'.repeat(length)

test('an empty next_cursor is the end, and a page may be short before it', async () => {
  const slack = await workspace({ channels: ['a', 'b', 'c', 'd'].map((name) => ({ name, members: 'all' })) })
  const { conversations } = client(slack)
  await conversations.archive({ channel: 'C0A' })
  const first = await conversations.list({ exclude_archived: true, limit: 2 })
  expect(first.response_metadata?.next_cursor).not.toBe('')
  const pages = client(slack).paginate('conversations.list', { limit: 2 })
  const cursors: (string | undefined)[] = []
  for await (const page of pages) cursors.push(page.response_metadata?.next_cursor)
  expect(cursors.at(-1)).toBe('')
  expect(first.channels?.length).toBeLessThan(2)
})

test('rate_limited with 200 is not tried again by the client', async () => {
  const slack = await workspace()
  slack.before('chat.postMessage', () => ({ body: { ok: false, error: 'rate_limited' } }))
  const web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: SILENT })
  await expect(web.chat.postMessage({ channel: 'C0PIER', text: 'x' })).rejects.toThrow('rate_limited')
  expect(slack.calls('chat.postMessage')).toHaveLength(1)
})

test('histories are 1 a minute and 15 objects for apps sold outside the Marketplace', async () => {
  const slack = await workspace({ distributed: true, rateLimits: 'slack', stopwatch: () => 0 })
  const ada = slack.as('ada')
  for (let time = 1; time <= 16; time++) await ada.say('#pier', `Message ${time}`)
  const history = () => client(slack).conversations.history({ channel: 'C0PIER', limit: 100 })
  expect((await history()).messages).toHaveLength(15)
  const rejectRateLimitedCalls = true
  const web = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    logger: SILENT,
    rejectRateLimitedCalls,
  })
  const again = web.conversations.history({ channel: 'C0PIER' })
  await expect(again).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 60 })
})

test('the client has no time-out of its own', async () => {
  const slack = await workspace()
  const held = slack.hold('auth.test', 'before work')
  const options = { slackApiUrl: slack.apiUrl, logger: SILENT, retryConfig: { retries: 0 } }
  const patient = new WebClient(slack.botToken, options).auth.test()
  await held.reached
  const hasty = new WebClient(slack.botToken, { ...options, timeout: 50 }).team.info()
  slack.hold('team.info', 'before work')
  await expect(hasty).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
  held.release()
  expect(await patient).toMatchObject({ ok: true })
})

test('a headers object that two clients share leaks the first one’s token', async () => {
  const slack = await workspace()
  const options = { slackApiUrl: slack.apiUrl, logger: SILENT, headers: {} }
  await new WebClient('xoxb-first', options).auth.test().catch(() => {})
  await new WebClient('xoxb-second', options).auth.test().catch(() => {})
  expect(slack.calls('auth.test').map((call) => call.token)).toEqual(['xoxb-first', 'xoxb-first'])
})

test('Socket Mode changes the clientOptions it is given', async () => {
  const slack = await workspace()
  const clientOptions: WebClientOptions = { slackApiUrl: slack.apiUrl }
  const known = { token: slack.botToken, botId: 'B1', botUserId: 'U1', convoStore: false as const }
  new App({ ...known, socketMode: true, appToken: slack.appToken, clientOptions, logger: SILENT })
  expect(clientOptions.retryConfig).toMatchObject({ retries: 100 })
})

test('chat.update takes 4,000 characters, fewer than a post', async () => {
  const slack = await workspace()
  const { chat } = client(slack)
  const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: long(4001) })
  await chat.update({ channel: 'C0PIER', ts, text: long(4000) })
  await expect(chat.update({ channel: 'C0PIER', ts, text: long(4001) })).rejects.toThrow('msg_too_long')
})

test('the name of an archived channel is taken', async () => {
  const { conversations } = client(await workspace())
  await conversations.archive({ channel: 'C0PIER' })
  await expect(conversations.create({ name: 'pier' })).rejects.toThrow('name_taken')
})

test('a bot cannot unarchive what it archived', async () => {
  const { conversations } = client(await workspace())
  await conversations.archive({ channel: 'C0PIER' })
  await expect(conversations.unarchive({ channel: 'C0PIER' })).rejects.toThrow('not_in_channel')
})

test('conversations.leave where one is not has no error', async () => {
  const slack = await workspace()
  const body = new URLSearchParams({ channel: 'C0PIER' })
  await client(slack).conversations.leave({ channel: 'C0PIER' })
  const headers = { authorization: `Bearer ${slack.botToken}` }
  const left = await fetch(`${slack.apiUrl}conversations.leave`, { method: 'POST', headers, body })
  expect(await left.json()).toEqual({ ok: false, not_in_channel: true })
})

test('bookmarks name the channel by channel_id', async () => {
  const web = client(await workspace())
  const bookmark = { title: 'Docs', type: 'link', link: 'https://docs.example' }
  await expect(web.apiCall('bookmarks.add', { ...bookmark, channel: 'C0PIER' })).rejects.toThrow(
    'invalid_arguments',
  )
  expect(await web.apiCall('bookmarks.add', { ...bookmark, channel_id: 'C0PIER' })).toMatchObject({
    ok: true,
  })
})

test('an unknown e-mail is users_not_found', async () => {
  const { users } = client(await workspace())
  await expect(users.lookupByEmail({ email: 'nobody@a.example' })).rejects.toThrow('users_not_found')
})

test('scheduled messages with metadata never post', async () => {
  let now = Date.UTC(2026, 6, 1, 12)
  const slack = await workspace({ clock: () => now })
  const later = { channel: 'C0PIER', post_at: now / 1000 + 60 }
  const metadata = { event_type: 'x', event_payload: {} }
  await client(slack).apiCall('chat.scheduleMessage', { ...later, text: 'Lost', metadata })
  await client(slack).chat.scheduleMessage({ ...later, text: 'Sent' })
  now += 61_000
  await slack.as('ada').waits('#pier', 'Sent')
  expect(slack.as('ada').sees('#pier')).toHaveLength(1)
})

test('files are processed after the answer', async () => {
  const slack = await workspace({ manifest: await fullManifest() })
  const file = Buffer.from('lit')
  const log = { channel_id: 'C0PIER', file, filename: 'log.txt', initial_comment: 'The log' }
  const uploaded = await client(slack).filesUploadV2(log)
  expect(JSON.stringify(uploaded)).not.toContain('shares')
  expect(await slack.as('bo').waits('#pier', 'The log')).toMatchObject({ by: 'lighthouse' })
})

test('an upload’s alt text is alt_txt, and the SDK says alt_text', async () => {
  const slack = await workspace({ manifest: await fullManifest() })
  const picture = { file: Buffer.from('x'), filename: 'lamp.png', alt_text: 'A lamp' }
  await client(slack).filesUploadV2({ channel_id: 'C0PIER', ...picture })
  const [asked] = slack.calls('files.getUploadURLExternal')
  expect(asked?.args).toMatchObject({ alt_text: 'A lamp' })
  expect(asked?.args).not.toHaveProperty('alt_txt')
})
