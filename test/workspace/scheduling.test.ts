import { expect, test } from 'vitest'
import { client, sharedWorkspace } from './small/start.ts'

const MINUTE = 60
const DAY = 86_400
let now = Date.UTC(2026, 6, 1, 12)
const slack = await sharedWorkspace({ clock: () => now })
const { chat, conversations } = client(slack)
const inSeconds = (seconds: number) => Math.floor(now / 1000) + seconds
const later = async (seconds: number, more: object = {}): Promise<Record<string, unknown>> => {
  const message = { channel: 'C0PIER', text: 'Later', post_at: inSeconds(seconds), ...more }
  return { ...(await client(slack).apiCall('chat.scheduleMessage', message)) }
}

test.each([
  ['now', 0, {}, 'time_in_past'],
  ['in more than 120 days', 120 * DAY + 1, {}, 'time_too_far'],
  ['in a channel that is not there', MINUTE, { channel: 'C0NOWHERE' }, 'channel_not_found'],
  ['without words', MINUTE, { text: '' }, 'no_text'],
  ['into a thread that is not there', MINUTE, { thread_ts: '1.000001' }, 'cannot_reply_to_message'],
  ['at a time that is none', MINUTE, { post_at: 'soon' }, 'invalid_time'],
  ['without a time', MINUTE, { post_at: undefined }, 'invalid_arguments'],
])('nothing is scheduled %s', async (_, seconds, more, word) => {
  await expect(later(seconds, more)).rejects.toThrow(word)
})

test('★ what is scheduled says its time as text, the list as a number, and comes when it is due', async () => {
  const { scheduled_message_id: id, post_at } = await later(DAY, { text: 'In a day' })
  expect([id, post_at]).toEqual([expect.stringMatching(/^Q\d{10}$/), String(inSeconds(DAY))])
  const listed = await chat.scheduledMessages.list({ channel: 'C0PIER' })
  expect(listed.scheduled_messages).toEqual([
    {
      id: Number(String(id).slice(1)),
      channel_id: 'C0PIER',
      post_at: inSeconds(DAY),
      date_created: inSeconds(0),
      text: 'In a day',
    },
  ])
  now += DAY * 1000
  await slack.as('bo').waits('#pier', 'In a day')
  expect((await chat.scheduledMessages.list({})).scheduled_messages).toEqual([])
})

test('★ what carries metadata never comes', async () => {
  const metadata = { event_type: 'card', event_payload: {} }
  await later(MINUTE, { text: 'Lost', metadata })
  await later(MINUTE, { text: 'Arrives' })
  now += MINUTE * 1000
  await slack.as('bo').waits('#pier', 'Arrives')
  const { messages = [] } = await conversations.history({ channel: 'C0PIER' })
  expect(messages.map((message) => message.text)).not.toContain('Lost')
})

test('what is scheduled can be taken back, until a minute before', async () => {
  const take = (scheduled_message_id: string, channel = 'C0PIER') =>
    chat.deleteScheduledMessage({ channel, scheduled_message_id })
  const { scheduled_message_id: id } = await later(2 * MINUTE)
  await expect(take(String(id), 'C0GENERAL')).rejects.toThrow('invalid_scheduled_message_id')
  await take(String(id))
  await expect(take(String(id))).rejects.toThrow('invalid_scheduled_message_id')
  const { scheduled_message_id: soon } = await later(MINUTE - 1)
  await expect(take(String(soon))).rejects.toThrow('invalid_scheduled_message_id')
})

test('thirty are taken for five minutes of one channel, in pages and ranges of the list', async () => {
  const start = Math.ceil(inSeconds(DAY) / 300) * 300 - inSeconds(0)
  for (let many = 0; many < 30; many += 1) await later(start + many)
  await expect(later(start + 299)).rejects.toThrow('restricted_too_many')
  await later(start + 300)
  await later(start, { channel: 'C0GENERAL' })
  const oldest = String(inSeconds(start))
  const first = await chat.scheduledMessages.list({ channel: 'C0PIER', oldest, limit: 20 })
  expect(first.scheduled_messages).toHaveLength(20)
  const cursor = first.response_metadata?.next_cursor ?? ''
  const rest = await chat.scheduledMessages.list({ channel: 'C0PIER', oldest, limit: 20, cursor })
  expect(rest).toMatchObject({ response_metadata: { next_cursor: '' } })
  expect(rest.scheduled_messages).toHaveLength(11)
  await expect(chat.scheduledMessages.list({ channel: 'C0NOWHERE' })).rejects.toThrow('invalid_channel')
})

test('what is too long is cut, and the answer says so', async () => {
  const { message, warning } = await later(2 * DAY, { text: 'x'.repeat(40_001) })
  expect([message, warning]).toEqual([
    expect.objectContaining({ text: 'x'.repeat(40_000) }),
    'message_truncated',
  ])
})
