import type { BlockAction } from '@slack/bolt'
import { expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'

const section = (label: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text: `*Lamp* ${label}` },
  accessory: {
    type: 'button' as const,
    action_id: 'go',
    value: label,
    text: { type: 'plain_text' as const, text: label },
  },
})

test('a button of an attachment tells the app where it stands, and its message can be replaced', async () => {
  const slack = await workspace()
  const heard: BlockAction[] = []
  await httpApp(slack, (app) => {
    app.action<BlockAction>('go', async ({ ack, body, respond }) => {
      heard.push(body)
      await ack()
      await respond({ replace_original: true, text: 'Gone', attachments: [] })
    })
  })
  const attachments = [{ text: 'First' }, { color: '#36a64f', blocks: [section('Stay'), section('Go')] }]
  await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Card', attachments })
  const ada = slack.as('ada')
  const card = await ada.waits('#pier', 'Card')
  expect(card.text).toBe('Card\nFirst\nLamp Stay\nLamp Go')
  expect(card.buttons).toEqual(['Stay', 'Go'])

  await ada.press(card, 'Go')
  expect(heard).toMatchObject([
    {
      container: { type: 'message_attachment', attachment_id: 2, is_app_unfurl: false, channel_id: 'C0PIER' },
      actions: [{ value: 'Go', block_id: expect.any(String) }],
      message: { attachments: [{ id: 1, text: 'First' }, { id: 2 }] },
    },
  ])
  expect((await ada.waits('#pier', 'Gone')).buttons).toEqual([])
})

test('what it says stands below the message, in the order of reading', async () => {
  const slack = await workspace()
  const fields = [{ title: 'Priority', value: 'High', short: true }]
  const words = { pretext: 'Before', author_name: 'Bo', title: 'A title', text: '*bold*', footer: 'Harbour' }
  await client(slack).chat.postMessage({ channel: 'C0PIER', attachments: [{ ...words, fields }] })
  const { text } = await slack.as('ada').waits('#pier', 'Before')
  expect(text.split('\n')).toEqual(['Before', 'Bo', 'A title', 'bold', 'Priority', 'High', 'Harbour'])
})
