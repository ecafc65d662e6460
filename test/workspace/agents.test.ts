import { Assistant } from '@slack/bolt'
import { expect, test } from 'vitest'
import type { ClientState } from './protocol.ts'
import { changedManifest, client, httpApp, workspace } from './small/start.ts'

const agent = await changedManifest(
  '- app_mentions:read\n',
  '- app_mentions:read\n      - assistant:write\n',
  await changedManifest(
    '  shortcuts:',
    '  assistant_view: { assistant_description: Knows about lamps }\n  shortcuts:',
    await changedManifest('- app_mention\n', '- app_mention\n      - assistant_thread_started\n'),
  ),
)

test('Bolt’s Assistant greets, offers prompts, names the conversation and answers in it', async () => {
  const slack = await workspace({ manifest: agent })
  const prompts = [{ title: 'Is it lit?', message: 'Tell me whether the lamp is lit' }]
  await httpApp(slack, (app) =>
    app.assistant(
      new Assistant({
        threadStarted: async ({ say, setSuggestedPrompts }) => {
          await say('Ask me about lamps')
          await setSuggestedPrompts({ title: 'Such as:', prompts: [prompts[0] ?? expect.fail()] })
        },
        userMessage: async ({ message, say, setStatus, setTitle }) => {
          await setTitle('text' in message ? `On ${message.text}` : '')
          await setStatus('is looking…')
          await say('It is lit')
        },
      }),
    ),
  )
  const ada = slack.as('ada')
  const chat = await ada.startsChat()
  await ada.waitsInThread(chat, 'Ask me about lamps')
  await slack.answered('assistant.threads.setSuggestedPrompts')
  const seen = async () => {
    const state = await (await fetch(`${slack.url}/client/state?as=ada`)).json()
    // The protocol says what this address answers.
    const { app, channels } = state as ClientState
    return { isAgent: app.isAgent, chats: channels.find(({ kind }) => kind === 'dm')?.chats }
  }
  expect(await seen()).toEqual({
    isAgent: true,
    chats: [{ threadTs: chat.ts, title: '', lead: 'Such as:', prompts }],
  })
  await ada.say('@lighthouse', 'the lamp', { thread: chat })
  await ada.waitsInThread(chat, 'It is lit')
  expect((await seen()).chats).toMatchObject([{ title: 'On the lamp' }])
})

test('there is no chat with an app that is no agent, nor prompts for what is none', async () => {
  const plain = await workspace()
  await expect(plain.as('ada').startsChat()).rejects.toThrow('not_displayed')
  const scoped = await workspace({
    manifest: await changedManifest(
      '- app_mentions:read\n',
      '- app_mentions:read\n      - assistant:write\n',
    ),
  })
  const prompts = [{ title: 'x', message: 'x' }]
  const set = (of: typeof plain, args: object) =>
    client(of).apiCall('assistant.threads.setSuggestedPrompts', { channel_id: 'C0PIER', prompts, ...args })
  await expect(set(scoped, {})).rejects.toThrow('not_agent_app')
  await expect(set(await workspace({ manifest: agent }), {})).rejects.toThrow('invalid_thread_ts')
})
