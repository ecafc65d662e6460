import { describe, expect, test } from 'vitest'
import { changedManifest, client, fullManifest, sharedWorkspace } from '../small/start.ts'
import { input, plain, video } from './given.ts'

const withoutScopes = await sharedWorkspace()
const granted = await sharedWorkspace({
  manifest: await changedManifest(
    '  shortcuts:',
    '  unfurl_domains: [a.example]\n  shortcuts:',
    await changedManifest('- commands\n', '- commands\n      - links.embed:write\n', await fullManifest()),
  ),
})
const posting = (slack: typeof granted, block: object) =>
  client(slack).apiCall('chat.postMessage', { channel: 'C0PIER', text: 'x', blocks: [block] })
const refusedAs = (message: string) => ({
  data: { error: 'invalid_blocks', response_metadata: { messages: [`[ERROR] ${message}`] } },
})

async function uploaded(filename: string): Promise<string> {
  const { files } = await client(granted).filesUploadV2({ filename, file: Buffer.from('dot') })
  return files[0]?.files?.[0]?.id ?? ''
}
const picture = (slack_file: object) => ({ type: 'image', alt_text: 'x', slack_file })

describe('a video', () => {
  test('needs its scope', async () => {
    await expect(posting(withoutScopes, video())).rejects.toMatchObject({
      data: {
        errors: expect.arrayContaining(['must have the links.embed:write scope [json-pointer:/blocks/0]']),
      },
    })
  })

  test('comes from one of the app’s unfurl domains', async () => {
    const elsewhere = video({ video_url: 'https://b.example/v' })
    await expect(posting(granted, elsewhere)).rejects.toMatchObject(
      refusedAs('must be in an unfurl domain of the app [json-pointer:/blocks/0/video_url]'),
    )
    expect(await posting(granted, video())).toMatchObject({ ok: true })
  })
})

test('a form that takes files needs the scope to read them', async () => {
  const view = {
    type: 'modal',
    title: plain('x'),
    submit: plain('x'),
    blocks: [input({ type: 'file_input' })],
  }
  const opening = (slack: typeof granted) =>
    client(slack).apiCall('views.open', { view, trigger_id: '1.2.made-up' })
  const message = '[ERROR] must have the files:read scope [json-pointer:/view/blocks/0/element]'
  await expect(opening(withoutScopes)).rejects.toMatchObject({
    data: { error: 'invalid_arguments', response_metadata: { messages: [message] } },
  })
  await expect(opening(granted)).rejects.toThrow('invalid_trigger_id')
})

describe('a picture from a file of Slack’s', () => {
  test('is one that the app has, by its id or its address', async () => {
    const id = await uploaded('dot.png')
    expect(await posting(granted, picture({ id }))).toMatchObject({ ok: true })
    const { file } = await client(granted).files.info({ file: id })
    expect(await posting(granted, picture({ url: file?.url_private }))).toMatchObject({ ok: true })
  })

  test('is refused when there is none, or it is no picture', async () => {
    const refusal = refusedAs('invalid slack file [json-pointer:/blocks/0/slack_file]')
    await expect(posting(granted, picture({ id: 'F0NONE' }))).rejects.toMatchObject(refusal)
    const id = await uploaded('log.txt')
    await expect(posting(granted, picture({ id }))).rejects.toMatchObject(refusal)
  })
})
