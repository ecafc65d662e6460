import { describe, expect, test } from 'vitest'
import type { Act, ActResult, ClientState } from './protocol.ts'
import { changedManifest, client, fullManifest, httpApp, sharedWorkspace } from './small/start.ts'

const EVENTS = ['channel_created', 'file_shared', 'pin_removed']
const manifest = await changedManifest(
  '- pin_added\n',
  `- pin_added\n${EVENTS.map((one) => `      - ${one}\n`).join('')}`,
  await fullManifest(),
)
const slack = await sharedWorkspace({ manifest })
const ada = slack.as('ada')
const told = (name: string) => slack.traffic.deliveries(name).map(({ payload }) => payload.event)

describe('the app hears what people do by hand', () => {
  test('that they put a file into a channel, twice: as a message and by its id', async () => {
    const shared = await ada.shares('#pier', ['log.txt'], 'see the log, @bo')
    expect(shared).toMatchObject({ by: 'ada', text: 'see the log, @bo', pings: ['bo'] })
    const message = told('message').at(-1)
    expect(message).toMatchObject({ subtype: 'file_share', user: 'U0ADA', files: [{ name: 'log.txt' }] })
    const [event] = told('file_shared')
    expect(event).toMatchObject({
      user_id: 'U0ADA',
      channel_id: 'C0PIER',
      file_id: expect.stringMatching(/^F/),
    })
    const { file_id } = event as { file_id: string }
    expect(await client(slack).files.info({ file: file_id })).toMatchObject({ file: { user: 'U0ADA' } })
  })

  test('that they took a pin away, made a channel, set a topic', async () => {
    const said = await ada.say('#pier', 'Keep this')
    await ada.pin(said)
    await ada.unpin(said)
    expect(told('pin_removed')).toMatchObject([{ user: 'U0ADA', channel_id: 'C0PIER', pin_count: 0 }])
    await ada.creates('quay')
    expect(told('channel_created')).toMatchObject([{ channel: { name: 'quay', creator: 'U0ADA' } }])
    await ada.setTopic('#pier', 'Mind the gap')
    expect(told('message').at(-1)).toMatchObject({ subtype: 'channel_topic', topic: 'Mind the gap' })
  })

  test('nothing of a private channel, which only its maker sees', async () => {
    const before = told('channel_created').length
    await ada.creates('cellar', { private: true })
    expect(told('channel_created')).toHaveLength(before)
    expect(() => slack.as('bo').sees('#cellar')).toThrow('bo sees no #cellar')
  })
})

test('files of somebody else cannot be shared, and guests make no channels', async () => {
  const state = (await (await fetch(`${slack.url}/client/state?as=ada`)).json()) as ClientState
  const pier = state.channels.find(({ id }) => id === 'C0PIER')
  const files = pier?.messages.flatMap((one) => one.files.map(({ id }) => id)) ?? []
  expect(files).toHaveLength(1)
  expect(await doing('bo', { type: 'share', channel: 'C0PIER', files, text: '' })).toMatchObject({
    error: 'file_not_found',
  })
  await expect(slack.as('gus').creates('attic')).rejects.toThrow('restricted_action')
})

/** What the page sends, as this person. */
async function doing(as: string, act: Act): Promise<ActResult> {
  const response = await fetch(`${slack.url}/client/act`, {
    method: 'POST',
    body: JSON.stringify({ as, act }),
  })
  // Only the workspace answers here.
  return (await response.json()) as ActResult
}

describe('Slack’s own commands', () => {
  const typed = (text: string) => doing('ada', { type: 'command', channel: 'C0PIER', text })

  test.each([
    ['/topic All is well', { topic: { value: 'All is well' } }],
    ['/rename jetty', { name: 'jetty' }],
    ['/rename pier', { name: 'pier' }],
  ])('%s', async (text, then) => {
    expect(await typed(text)).toEqual({ ok: true })
    expect((await client(slack).conversations.info({ channel: 'C0PIER' })).channel).toMatchObject(then)
  })

  test('bring people in and out, and never reach the app', async () => {
    await httpApp(slack, (app) => app.command(/.*/, ({ ack }) => ack('mine')))
    const members = async () => (await client(slack).conversations.members({ channel: 'C0PIER' })).members
    await typed('/invite @cy')
    expect(await members()).toContain('U0CY')
    await typed('/remove @cy')
    expect(await members()).not.toContain('U0CY')
    expect(slack.traffic.deliveries('/invite')).toEqual([])
  })

  test('say privately what they cannot do', async () => {
    expect(await typed('/invite @nobody')).toEqual({ ok: false, error: 'user_not_found' })
    expect(ada.sees('#pier').at(-1)).toMatchObject({
      by: 'slackbot',
      text: '/invite: user_not_found',
      ephemeral: true,
    })
  })
})
