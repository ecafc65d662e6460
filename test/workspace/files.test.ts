import { describe, expect, test } from 'vitest'
import { client, fullManifest, sharedWorkspace } from './small/start.ts'

const slack = await sharedWorkspace({ manifest: await fullManifest() })
const web = client(slack)
const bo = slack.as('bo')

/** The three steps by hand. */
async function upload(name: string, content: string, complete: Record<string, unknown> = {}) {
  const { file_id: id = '', upload_url = '' } = await web.files.getUploadURLExternal({
    filename: name,
    length: content.length,
  })
  expect(await (await fetch(upload_url, { method: 'POST', body: content })).text()).toBe(
    `OK - ${content.length}`,
  )
  const completed = await web.apiCall('files.completeUploadExternal', { files: [{ id }], ...complete })
  return { id, completed }
}

describe('an upload', () => {
  test('by the official client arrives whole, as a message with its comment', async () => {
    const content = Buffer.from([0, 255, 128, 10])
    await web.filesUploadV2({
      channel_id: 'C0PIER',
      file: content,
      filename: 'lamp.png',
      title: 'The lamp',
      initial_comment: 'See for yourself',
    })
    const { ts } = await bo.waits('#pier', 'See for yourself')
    const { messages } = await web.conversations.history({ channel: 'C0PIER', latest: ts, inclusive: true })
    const [file] = messages?.[0]?.files ?? []
    expect(file).toMatchObject({ title: 'The lamp', mimetype: 'image/png', size: 4, is_public: true })
    const authorization = `Bearer ${slack.botToken}`
    const fetched = await fetch(file?.url_private ?? '', { headers: { authorization } })
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(content)
    const stranger = await fetch(file?.url_private ?? '', { redirect: 'manual' })
    expect(stranger.status).toBe(302)
  })

  test('★ is worked on after the answer: the message comes later', async () => {
    const { id, completed } = await upload('log.txt', 'lit', {
      channel_id: 'C0PIER',
      initial_comment: 'The log',
    })
    expect(completed).toEqual(expect.objectContaining({ files: [{ id, title: 'log.txt' }] }))
    const { ts } = await bo.waits('#pier', 'The log')
    const { file } = await web.files.info({ file: id })
    expect(file?.shares?.public).toEqual({ C0PIER: [{ ts }] })
  })

  test('without a channel is nobody else’s', async () => {
    const { id } = await upload('own.txt', 'mine')
    expect((await web.files.info({ file: id })).file).toMatchObject({ is_public: false, channels: [] })
  })

  test.each([
    ['of nothing', { filename: 'a.txt', length: 0 }, 'missing_argument'],
    ['of a snippet too large', { filename: 'a', length: 2e6, snippet_type: 'text' }, 'snippet_too_large'],
    ['described at length', { filename: 'a', length: 1, alt_txt: 'x'.repeat(1001) }, 'alt_txt_too_large'],
    ['without a name', { length: 1 }, 'invalid_arguments'],
  ])('%s is refused', async (_, args, word) => {
    await expect(web.apiCall('files.getUploadURLExternal', args)).rejects.toThrow(word)
  })

  test.each([
    ['that never came', { files: [{ id: 'F0NONE' }] }, 'file_not_found'],
    ['into a channel that is not there', { channel_id: 'C0NOWHERE' }, 'channel_not_found'],
    ['into a thread that is not there', { channel_id: 'C0PIER', thread_ts: '1.000001' }, 'cannot_reply'],
    ['of no files', { files: [] }, 'invalid_arguments'],
  ])('%s is not completed', async (_, complete, word) => {
    await expect(upload('a.txt', 'a', complete)).rejects.toThrow(word)
  })

  test('has a ticket for one file, which is completed once', async () => {
    const { id } = await upload('once.txt', 'once')
    const again = web.apiCall('files.completeUploadExternal', { files: [{ id }] })
    await expect(again).rejects.toThrow('file_not_found')
    expect((await fetch(`${slack.url}/upload/v1/made-up`, { method: 'POST', body: 'x' })).status).toBe(404)
  })
})

test('a file that is deleted leaves a tombstone where it was shown', async () => {
  const { id } = await upload('gone.txt', 'gone', { channel_id: 'C0GENERAL', initial_comment: 'Soon gone' })
  await bo.waits('#general', 'Soon gone')
  const listed = async () => (await web.files.list({ channel: 'C0GENERAL' })).files?.map((file) => file.id)
  expect(await listed()).toEqual([id])
  await web.files.delete({ file: id })
  expect(await listed()).toEqual([])
  const { messages } = await web.conversations.history({ channel: 'C0GENERAL', limit: 1 })
  expect(messages?.[0]?.files).toMatchObject([{ id, mode: 'tombstone' }])
  await expect(web.files.info({ file: id })).rejects.toThrow('file_deleted')
  await expect(web.files.delete({ file: 'F0NONE' })).rejects.toThrow('file_not_found')
})
