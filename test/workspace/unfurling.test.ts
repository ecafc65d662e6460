import { expect, test } from 'vitest'
import { changedManifest, client, httpApp, sharedWorkspace } from './small/start.ts'

const withLinks = await changedManifest(
  '- commands\n',
  '- commands\n      - links:read\n      - links:write\n',
)
const previews = await changedManifest(
  'features:\n',
  'features:\n  unfurl_domains: [light.example]\n',
  withLinks,
)
const slack = await sharedWorkspace({
  manifest: await changedManifest('- message.im', '- message.im\n      - link_shared', previews),
})
const unfurl = (args: Record<string, unknown>) => client(slack).apiCall('chat.unfurl', args)
const LOG = 'https://log.light.example/7'
const unfurls = { [LOG]: { title: 'Log 7', text: 'Lamp lit' } }
const said = await slack.as('bo').say('#pier', `See ${LOG} and https://dark.example/1`)
const there = { channel: 'C0PIER', ts: said.ts }

test('the app hears of links to its own domain, and shows them by the id it was told', async () => {
  const heard = Promise.withResolvers<Record<string, unknown>>()
  await httpApp(slack, (app) => app.event('link_shared', async ({ event }) => heard.resolve({ ...event })))
  await slack.as('ada').say('#pier', `Look: ${LOG}`)
  const event = await heard.promise
  expect(event).toMatchObject({
    channel: 'C0PIER',
    user: 'U0ADA',
    source: 'conversations_history',
    links: [{ url: LOG, domain: 'light.example' }],
  })
  await unfurl({ unfurl_id: event.unfurl_id, source: event.source, unfurls })
  const { messages } = await client(slack).conversations.history({ channel: 'C0PIER', limit: 1 })
  expect(messages?.[0]?.attachments).toMatchObject([{ from_url: LOG, title: 'Log 7', is_app_unfurl: true }])
})

test.each([
  ['no channel', { ts: said.ts, unfurls }, 'missing_channel'],
  ['no message', { channel: 'C0PIER', unfurls }, 'missing_ts'],
  ['a channel that is not there', { ...there, channel: 'C0NOWHERE', unfurls }, 'cannot_find_channel'],
  ['a message that is not there', { ...there, ts: '1.000001', unfurls }, 'cannot_find_message'],
  ['nothing to show', there, 'missing_unfurls'],
  ['something else to show', { ...there, unfurls: [1] }, 'invalid_unfurls_format'],
  ['blocks that are none', { ...there, unfurls: { [LOG]: { blocks: [{}] } } }, 'cannot_parse_attachment'],
  [
    'a link that was not shared',
    { ...there, unfurls: { 'https://light.example/9': {} } },
    'cannot_unfurl_url',
  ],
  ["somebody else's link", { ...there, unfurls: { 'https://dark.example/1': {} } }, 'cannot_unfurl_url'],
  ['an id without a source', { unfurl_id: 'U1', unfurls }, 'missing_source'],
  ['a source without an id', { source: 'composer', unfurls }, 'missing_unfurl_id'],
  ['an id that was never told', { unfurl_id: 'U1', source: 'composer', unfurls }, 'invalid_unfurl_id'],
  ['a source of its own', { unfurl_id: 'U1', source: 'dream', unfurls }, 'invalid_source'],
])('nothing is shown for %s', async (_, args, word) => {
  await expect(unfurl(args)).rejects.toThrow(word)
})
