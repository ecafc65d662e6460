import { describe, expect, test } from 'vitest'
import type { ClientState } from './protocol.ts'
import { client, fullManifest, httpApp, sharedWorkspace, workspace } from './small/start.ts'

const slack = await sharedWorkspace({ manifest: await fullManifest() })
const web = client(slack)
const ada = slack.as('ada')
const toBo = { recipient_user_id: 'U0BO', recipient_team_id: 'T0HARBOUR' }

/** A stream in the thread of something that Ada said. */
async function begun() {
  const { ts: thread_ts } = await ada.say('#pier', 'Is it lit?')
  const { ts = '' } = await web.chat.startStream({ channel: 'C0PIER', thread_ts, ...toBo })
  return { channel: 'C0PIER', ts }
}

describe('a message that comes word by word', () => {
  test('by Bolt’s own utility, is there while it grows and whole in the end', async () => {
    const other = await workspace()
    const grown = Promise.withResolvers<void>()
    await httpApp(other, (app) =>
      app.message('lit', async ({ sayStream }) => {
        const stream = sayStream({ buffer_size: 1 })
        await stream.append({ markdown_text: '**It' })
        await grown.promise
        await stream.append({ markdown_text: ' is**' })
        await stream.stop({ blocks: [{ type: 'divider' }] })
      }),
    )
    const bo = other.as('bo')
    const asked = await bo.say('#pier', 'Is it lit?')
    await bo.waitsInThread(asked, '**It')
    grown.resolve()
    const whole = await bo.waitsInThread(asked, /It is/)
    await other.answered('chat.stopStream')
    expect(bo.thread(asked).map(({ ts, blocks }) => [ts, blocks.map(({ type }) => type)])).toEqual([
      [whole.ts, ['markdown', 'divider']],
    ])
  })

  test('takes no update, and no more words after the last', async () => {
    const message = await begun()
    await expect(web.chat.update({ ...message, text: 'x' })).rejects.toThrow('streaming_state_conflict')
    await web.chat.stopStream({ ...message, markdown_text: 'Lit' })
    const late = web.chat.appendStream({ ...message, markdown_text: '!' })
    await expect(late).rejects.toThrow('message_not_in_streaming_state')
    await web.chat.update({ ...message, text: 'Out' })
  })

  test.each([
    ['chat.startStream', { channel: 'C0PIER' }, 'missing_recipient_user_id'],
    ['chat.startStream', { channel: 'C0PIER', recipient_user_id: 'U0BO' }, 'missing_recipient_team_id'],
    ['chat.startStream', { channel: 'C0PIER', ...toBo, recipient_user_id: 'U0NO' }, 'user_not_found'],
    ['chat.startStream', { channel: 'U0BO', chunks: [{ type: 'song' }] }, 'invalid_chunks'],
    ['chat.startStream', { channel: 'U0BO', markdown_text: 'x'.repeat(12_001) }, 'msg_too_long'],
    ['chat.appendStream', { channel: 'C0PIER', ts: '1.000001' }, 'message_not_found'],
  ])('%s of %j is refused', async (method, args, word) => {
    await expect(web.apiCall(method, args)).rejects.toThrow(word)
  })

  test('is the app’s own, and says something', async () => {
    await expect(web.apiCall('chat.appendStream', await begun())).rejects.toThrow('no_text')
    const { ts } = await ada.say('#pier', 'Mine')
    const args = { channel: 'C0PIER', ts, markdown_text: 'x' }
    await expect(web.chat.appendStream(args)).rejects.toThrow('message_not_owned_by_app')
  })
})

describe('what the app says it is doing', () => {
  const statuses = async () => {
    const state = await (await fetch(`${slack.url}/client/state?as=ada`)).json()
    // The protocol says what this address answers.
    return (state as ClientState).channels.find(({ id }) => id === 'C0PIER')?.statuses
  }

  test('is shown by the thread until it speaks there', async () => {
    const { ts: thread_ts } = await ada.say('#pier', 'Is it lit?')
    const about = { channel_id: 'C0PIER', thread_ts }
    await web.assistant.threads.setStatus({ ...about, status: 'is looking…' })
    expect(await statuses()).toEqual([{ threadTs: thread_ts, words: 'is looking…' }])
    await web.chat.postMessage({ channel: 'C0PIER', thread_ts, text: 'It is' })
    expect(await statuses()).toEqual([])
  })

  test('can be taken back, and belongs to a thread', async () => {
    const { ts: thread_ts } = await ada.say('#pier', 'Is it lit?')
    const about = { channel_id: 'C0PIER', thread_ts }
    await web.assistant.threads.setStatus({ ...about, status: 'is looking…' })
    await web.assistant.threads.setStatus({ ...about, status: '' })
    expect(await statuses()).toEqual([])
    const nowhere = web.assistant.threads.setStatus({ ...about, thread_ts: '1.000001', status: 'x' })
    await expect(nowhere).rejects.toThrow('invalid_thread_ts')
  })
})
