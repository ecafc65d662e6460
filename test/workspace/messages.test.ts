import { describe, expect, test } from 'vitest'
import { client, fullManifest, workspace } from './small/start.ts'

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })

describe('chat.postMessage', () => {
  test('to a person opens their conversation with the app', async () => {
    const slack = await workspace()
    const posted = await client(slack).chat.postMessage({ channel: 'U0BO', text: 'Hello' })
    expect(posted).toMatchObject({
      channel: 'D0BO',
      message: { bot_id: 'B0LIGHTHOUSE', user: 'U0LIGHTHOUSE' },
    })
    expect(await slack.as('bo').waits('@lighthouse', 'Hello')).toMatchObject({
      by: 'lighthouse',
      pings: ['bo'],
    })
  })

  test.each([
    ['a channel that is not there', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    ['a private channel it is not in', { channel: 'C0VAULT', text: 'x' }, 'channel_not_found'],
    ['nothing to say', { channel: 'C0PIER' }, 'no_text'],
    [
      'a thread that is not there',
      { channel: 'C0PIER', text: 'x', thread_ts: '1.000001' },
      'cannot_reply_to_message',
    ],
    [
      'blocks that are no list',
      { channel: 'C0PIER', text: 'x', blocks: { type: 'divider' } },
      'invalid_blocks_format',
    ],
    [
      'a bot that would speak as a person',
      { channel: 'C0PIER', text: 'x', as_user: true },
      'as_user_not_supported',
    ],
    ['blocks that are no JSON', { channel: 'C0PIER', text: 'x', blocks: 'two' }, 'invalid_blocks_format'],
    ['attachments that are none', { channel: 'C0PIER', attachments: '[' }, 'invalid_attachments'],
    ['metadata that is none', { channel: 'C0PIER', text: 'x', metadata: '{' }, 'invalid_metadata_format'],
    ['markdown beside text', { channel: 'C0PIER', text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
    ['metadata of no shape', { channel: 'C0PIER', text: 'x', metadata: { a: 1 } }, 'invalid_metadata_format'],
    [
      'a name of its own without the scope',
      { channel: 'C0PIER', text: 'x', username: 'Bob' },
      'missing_scope',
    ],
  ])('refuses %s', async (_, args, word) => {
    const slack = await workspace()
    await expect(client(slack).apiCall('chat.postMessage', args)).rejects.toThrow(word)
  })

  test.each([
    [{ username: 'Bob' }, { username: 'Bob' }],
    [{ icon_emoji: ':tada:' }, { username: 'Lighthouse', icons: { emoji: ':tada:' } }],
    [
      { username: 'Bob', icon_url: 'https://a.example/b.png' },
      { username: 'Bob', icons: { image_48: 'https://a.example/b.png' } },
    ],
  ])('as somebody else, %j, is a message of a bot', async (as, told) => {
    const slack = await workspace({ manifest: await fullManifest() })
    const { message } = await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x', ...as })
    expect(message).toMatchObject({ subtype: 'bot_message', bot_id: 'B0LIGHTHOUSE', ...told })
  })

  test('of more than 40,000 characters is cut, and the answer says so', async () => {
    const slack = await workspace()
    const posted = await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x'.repeat(40_001) })
    expect(posted).toMatchObject({
      warning: 'message_truncated',
      response_metadata: { warnings: ['message_truncated'] },
    })
    expect(posted.message?.text).toHaveLength(40_000)
  })

  test('is refused where the app is not a member, and in an archived channel', async () => {
    const slack = await workspace({ channels: [{ name: 'quay', members: ['ada'] }, { name: 'pier' }] })
    const { chat } = client(slack)
    await expect(chat.postMessage({ channel: 'C0QUAY', text: 'x' })).rejects.toThrow('not_in_channel')
    await slack.as('ada').archive('#pier')
    await expect(chat.postMessage({ channel: 'C0PIER', text: 'x' })).rejects.toThrow('is_archived')
  })

  test('without text takes the notification from the blocks', async () => {
    const slack = await workspace()
    await client(slack).chat.postMessage({ channel: 'C0PIER', blocks: [section('Only *blocks*')] })
    expect(await slack.as('bo').waits('#pier', 'Only')).toMatchObject({ fallback: 'Only blocks' })
  })

  test("stamps with the workspace's clock, never twice alike", async () => {
    const slack = await workspace({ clock: () => 1_796_140_800_000 })
    const { chat } = client(slack)
    const [first, second] = [
      await chat.postMessage({ channel: 'C0PIER', text: 'a' }),
      await chat.postMessage({ channel: 'C0PIER', text: 'b' }),
    ]
    expect([first.ts, second.ts].map((ts) => ts?.slice(0, 10))).toEqual(['1796140800', '1796140800'])
    expect((first.ts ?? '') < (second.ts ?? '')).toBe(true)
  })
})

describe('chat.update', () => {
  test('★ with text alone takes the blocks away; without either keeps both', async () => {
    const slack = await workspace()
    const { chat } = client(slack)
    const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'One', blocks: [section('Two')] })
    const metadata = { event_type: 'card', event_payload: { n: 1 } }
    await client(slack).apiCall('chat.update', { channel: 'C0PIER', ts, metadata })
    expect(slack.as('bo').sees('#pier')[0]).toMatchObject({ text: 'Two', fallback: 'One' })
    await chat.update({ channel: 'C0PIER', ts, text: 'Three' })
    expect(slack.as('bo').sees('#pier')[0]).toMatchObject({ text: 'Three', blocks: [], edited: false })
  })

  test('★ takes 4,000 characters, not one more', async () => {
    const slack = await workspace()
    const { chat } = client(slack)
    const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'x'.repeat(5000) })
    await chat.update({ channel: 'C0PIER', ts, text: 'x'.repeat(4000) })
    await expect(chat.update({ channel: 'C0PIER', ts, text: 'x'.repeat(4001) })).rejects.toThrow(
      'msg_too_long',
    )
  })

  test("changes only the app's own, and nothing in an archived channel", async () => {
    const slack = await workspace()
    const { chat } = client(slack)
    const said = await slack.as('bo').say('#pier', 'Mine')
    const theirs = { channel: 'C0PIER', ts: said.ts, text: 'x' }
    await expect(chat.update(theirs)).rejects.toThrow('cant_update_message')
    await expect(chat.delete(theirs)).rejects.toThrow('cant_delete_message')
    const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await slack.as('ada').archive('#pier')
    await expect(chat.update({ channel: 'C0PIER', ts, text: 'y' })).rejects.toThrow('is_inactive')
  })
})

describe('threads', () => {
  test('replies stand under their parent, broadcast ones in the channel too', async () => {
    const slack = await workspace()
    const { chat, conversations } = client(slack)
    const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'Parent' })
    const bo = slack.as('bo')
    const [parent] = bo.sees('#pier')
    if (!parent) throw new Error('no parent')
    await bo.say('#pier', 'A reply', { thread: parent })
    await chat.postMessage({ channel: 'C0PIER', text: 'Heard by all', thread_ts: ts, reply_broadcast: true })
    expect(bo.sees('#pier').map((shown) => shown.text)).toEqual(['Parent', 'Heard by all'])
    expect(bo.thread(parent).map((shown) => shown.text)).toEqual(['A reply', 'Heard by all'])
    expect(bo.again(parent).replies).toBe(2)
    const { messages } = await conversations.replies({ channel: 'C0PIER', ts })
    expect(messages?.map((message) => message.text)).toEqual(['Parent', 'A reply', 'Heard by all'])
    expect(messages?.[0]).toMatchObject({ reply_count: 2, thread_ts: ts })
  })

  test('a deleted parent leaves a tombstone, a deleted reply nothing', async () => {
    const slack = await workspace()
    const ada = slack.as('ada')
    const parent = await ada.say('#pier', 'Parent')
    const reply = await ada.say('#pier', 'Reply', { thread: parent })
    await ada.deletes(parent)
    expect(ada.again(parent)).toMatchObject({ text: 'This message was deleted.', replies: 1 })
    await ada.deletes(reply)
    expect(ada.thread(parent)).toEqual([])
  })
})

describe('what one person sees', () => {
  test('chat.postEphemeral reaches members only, and no history', async () => {
    const slack = await workspace()
    const { chat, conversations } = client(slack)
    await chat.postEphemeral({ channel: 'C0PIER', user: 'U0BO', text: 'Psst' })
    expect(slack.as('bo').sees('#pier')).toMatchObject([{ text: 'Psst', ephemeral: true, pings: [] }])
    expect(slack.as('ada').sees('#pier')).toEqual([])
    expect((await conversations.history({ channel: 'C0PIER' })).messages).toEqual([])
    const toStranger = chat.postEphemeral({ channel: 'C0PIER', user: 'U0CY', text: 'Psst' })
    await expect(toStranger).rejects.toThrow('user_not_in_channel')
  })
})

test('a permalink names the channel and the stamp without its dot', async () => {
  const slack = await workspace()
  const { chat } = client(slack)
  const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'x' })
  const { permalink } = await chat.getPermalink({ channel: 'C0PIER', message_ts: ts })
  expect(permalink).toBe(`${slack.url}/archives/C0PIER/p${ts.replace('.', '')}`)
})
