import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changedManifest, client, fullManifest, sharedWorkspace, workspace } from './small/start.ts'
import type { Message } from './world/shapes.ts'

const slack = await sharedWorkspace({
  manifest: await fullManifest(),
  channels: [
    { name: 'general' },
    { name: 'pier', members: ['ada', 'bo', 'lighthouse'] },
    { name: 'alone', members: ['lighthouse'] },
    { name: 'full', members: ['ada', 'lighthouse'] },
  ],
})
const web = client(slack)
const ada = slack.as('ada')
const refused = async (method: string, args: Record<string, unknown>, word: string, by = web) =>
  expect(await by.apiCall(method, args).catch(({ data }) => data.error)).toBe(word)

/** A message in #full, where as much hangs as may. */
async function fullMessage(): Promise<string> {
  const { ts } = await ada.say('#full', 'Enough')
  const channel = slack.world.channels.get('C0FULL') ?? expect.fail('there is #full')
  const message: Message = channel.messages.find((one) => one.ts === ts) ?? expect.fail('it was said')
  message.reactions = Array.from({ length: 50 }, (_, at) => ({ name: `e${at}`, users: ['U0ADA'] }))
  channel.pins = Array.from({ length: 100 }, (_, at) => ({ ts: `1.${at}`, by: 'U0ADA', created: 0 }))
  const bookmark = { title: 'x', link: 'https://a.example', emoji: '', created: 0 }
  channel.bookmarks = Array.from({ length: 100 }, (_, at) => ({ ...bookmark, id: `Bk${at}` }))
  return ts
}

describe('too much of', () => {
  const link = { type: 'link', title: 'x', link: 'https://a.example' }
  test('emoji, pins and bookmarks', async () => {
    const timestamp = await fullMessage()
    await refused('reactions.add', { channel: 'C0FULL', timestamp, name: 'new' }, 'too_many_emoji')
    await refused('pins.add', { channel: 'C0FULL', timestamp }, 'too_many_pins')
    await refused('bookmarks.add', { channel_id: 'C0FULL', ...link }, 'too_many_bookmarks')
  })

  test.each([
    ['a page', 'conversations.list', { limit: 1000 }, 'invalid_limit'],
    [
      'channels for a file',
      'files.completeUploadExternal',
      { files: [{ id: 'F1' }], channels: Array(101).fill('C0PIER').join() },
      'channels_limit_exceeded',
    ],
    [
      'markdown',
      'canvases.create',
      { document_content: { type: 'markdown', markdown: 'x'.repeat(2 ** 20 + 1) } },
      'canvas_creation_failed',
    ],
  ])('%s', (_, method, args, word) => refused(method, args, word))

  test('people without pages', async () => {
    const people = Array.from({ length: 1000 }, (_, at) => ({ handle: `p${at}`, name: 'P', zone: 'UTC' }))
    const crowded = await workspace({ people, groups: [], channels: [] })
    await refused('users.list', {}, 'limit_required', client(crowded))
    await refused('users.list', { limit: 0 }, 'limit_required', client(crowded))
  })
})

describe('what is asked for is not there or of another kind', () => {
  test.each([
    [
      'a bookmark',
      'bookmarks.add',
      { channel_id: 'C0PIER', type: 'file', title: 'x' },
      'invalid_bookmark_type',
    ],
    ['a latest', 'conversations.history', { channel: 'C0PIER', latest: 'now' }, 'invalid_ts_latest'],
    ['an oldest', 'conversations.history', { channel: 'C0PIER', oldest: 'then' }, 'invalid_ts_oldest'],
    ['a thread', 'conversations.replies', { channel: 'C0PIER', ts: '1.000001' }, 'thread_not_found'],
    ['a cursor', 'conversations.list', { cursor: 'x' }, 'invalid_cursor'],
  ])('%s', (_, method, args, word) => refused(method, args, word))

  test('what is sent through a response URL', async () => {
    await ada.run('/lamp', { in: '#pier' })
    const [{ payload } = expect.fail('it was delivered')] = slack.traffic.deliveries('/lamp')
    const sent = await fetch(String(payload.response_url), { method: 'POST', body: '["lit"]' })
    expect([sent.status, await sent.text()]).toEqual([400, 'invalid_payload'])
  })
})

describe('what may not be left, opened, posted or deleted', () => {
  test('#general, and the last one in a channel', async () => {
    await refused('conversations.leave', { channel: 'C0GENERAL' }, 'cant_leave_general')
    await refused('conversations.leave', { channel: 'C0ALONE' }, 'last_member')
  })

  test('a conversation with somebody who is gone', async () => {
    const other = await workspace({ manifest: await fullManifest() })
    other.admin.change('bo', { deleted: true })
    await refused('conversations.open', { users: 'U0BO' }, 'user_disabled', client(other))
  })

  test('the Messages and the Home tab where the app has none', async () => {
    const on = 'app_home: { home_tab_enabled: true, messages_tab_enabled: true'
    const off = on.replaceAll('true', 'false')
    const other = client(await workspace({ manifest: await changedManifest(on, off) }))
    await refused('chat.postMessage', { channel: 'U0BO', text: 'x' }, 'messages_tab_disabled', other)
    await refused(
      'views.publish',
      { user_id: 'U0BO', view: { type: 'home', blocks: [] } },
      'not_enabled',
      other,
    )
  })

  test('a canvas of its own, in a workspace that pays no more', async () => {
    const other = await workspace({ manifest: await fullManifest() })
    const { canvas_id } = await client(other).canvases.create({ title: 'Log' })
    other.faults.change({ workspace: { paid: false } })
    const changes = [{ operation: 'rename', title_content: { type: 'markdown', markdown: 'x' } }]
    const word = 'free_teams_cannot_edit_standalone_canvases'
    await refused('canvases.edit', { canvas_id, changes }, word, client(other))
  })

  test('somebody else’s file, and a file into an archived channel', async () => {
    const uploaded = await fetch(`${slack.url}/client/upload?as=ada&name=a.txt`, {
      method: 'POST',
      body: 'a',
    })
    // The protocol says what this address answers.
    const { id } = (await uploaded.json()) as { id: string }
    await refused('files.delete', { file: id }, 'cant_delete_file')
    await ada.archive('#full')
    const completing = { files: [{ id }], channel_id: 'C0FULL' }
    await refused('files.completeUploadExternal', completing, 'posting_to_channel_denied')
  })
})

test('every word that the workspace refuses with stands in a test', async () => {
  const names = (await readdir(import.meta.dirname, { recursive: true })).filter((name) =>
    name.endsWith('.ts'),
  )
  const read = async (wanted: boolean) => {
    const some = names.filter((name) => name.endsWith('.test.ts') === wanted)
    return (await Promise.all(some.map((name) => readFile(join(import.meta.dirname, name), 'utf8')))).join(
      '\n',
    )
  }
  const [tests, sources] = [await read(true), await read(false)]
  const words = new Set([...sources.matchAll(/Refusal\(\s*'(\w+)'/g)].map(([, word = '']) => word))
  expect(words.size).toBeGreaterThan(100)
  expect([...words].filter((word) => !new RegExp(`\\b${word}\\b`).test(tests))).toEqual([])
})
