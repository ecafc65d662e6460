import type { KnownBlock } from '@slack/types'
import { expect, test } from 'vitest'
import { httpApp, sharedWorkspace } from './small/start.ts'

const slack = await sharedWorkspace()
const ada = slack.as('ada')
const plain = (text: string) => ({ type: 'plain_text' as const, text })
const asking = (element: object) =>
  // The workspace checks the element itself.
  ({ type: 'input', block_id: 'where', label: plain('Where'), element }) as KnownBlock
const here = { action_id: 'x', default_to_current_conversation: true }

/** What the app hears when Ada sends a form, opened by a command in #pier, as it is. */
async function sentAsItIs(element: object) {
  const heard = Promise.withResolvers<{ where: unknown; urls: unknown }>()
  await httpApp(slack, (app) => {
    app.command('/lamp', async ({ ack, body, client }) => {
      await ack()
      const blocks = [asking(element)]
      const view = { type: 'modal' as const, title: plain('Form'), submit: plain('Send'), blocks }
      await client.views.open({ trigger_id: body.trigger_id, view: { ...view, callback_id: 'form' } })
    })
    app.view('form', async ({ ack, view, body }) => {
      await ack()
      heard.resolve({
        where: view.state.values.where?.x,
        urls: 'response_urls' in body && body.response_urls,
      })
    })
  })
  await ada.run('/lamp', { in: '#pier' })
  await (await ada.waitsForModal('Form')).submit()
  return heard.promise
}

test('a select begins with the conversation it is opened from, and is answered there', async () => {
  const single = { type: 'conversations_select', ...here, response_url_enabled: true }
  expect(await sentAsItIs(single)).toMatchObject({
    where: { selected_conversation: 'C0PIER' },
    urls: [{ block_id: 'where', action_id: 'x', channel_id: 'C0PIER' }],
  })
})

test('a select of several does the same', async () => {
  const several = { type: 'multi_conversations_select', ...here }
  expect(await sentAsItIs(several)).toMatchObject({ where: { selected_conversations: ['C0PIER'] } })
})

test('what the app chose comes first', async () => {
  const chosen = { type: 'conversations_select', ...here, initial_conversation: 'C0GENERAL' }
  expect(await sentAsItIs(chosen)).toMatchObject({ where: { selected_conversation: 'C0GENERAL' } })
})
