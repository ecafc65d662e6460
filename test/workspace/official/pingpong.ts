import type { App, MessageShortcut } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

const ball: KnownBlock[] = [
  { type: 'actions', elements: [{ type: 'button', action_id: 'ping', text: plain('Ping') }] },
]

const form = (title: string): ModalView => ({
  type: 'modal',
  callback_id: title.toLowerCase(),
  title: plain(title),
  submit: plain('Serve'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'rival',
      label: plain('Rival'),
      element: { type: 'external_select', action_id: 'rivals', min_query_length: 1 },
    },
  ],
})

/** A ping-pong bot: what Bolt's own guides show, and nothing of ours. */
export function pingpong(app: App, heard: string[]): void {
  app.command('/lamp', async ({ ack, respond, command }) => {
    await ack()
    if (command.text === 'rally') for (let hit = 1; hit <= 5; hit++) await respond(`pong ${hit}`)
    else await respond({ text: 'A ball', blocks: ball, response_type: 'in_channel' })
  })
  app.action('ping', async ({ ack, respond }) => {
    await ack()
    await respond({ text: 'pong', replace_original: true })
  })
  app.shortcut('light', async ({ ack, shortcut, client }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form('Match') })
  })
  app.shortcut<MessageShortcut>('log', async ({ ack, shortcut, say }) => {
    await ack()
    await say(`Logged: ${shortcut.message.text}`)
  })
  app.options('rivals', async ({ ack, options }) => {
    const names = ['Ada', 'Bo'].filter((name) => name.startsWith(options.value))
    await ack({ options: names.map((name) => ({ text: plain(name), value: name })) })
  })
  app.view('match', async ({ ack, view }) => {
    const rival = view.state.values.rival?.rivals?.selected_option?.value
    if (rival === 'Ada') await ack({ response_action: 'errors', errors: { rival: 'Ada rests.' } })
    else await ack({ response_action: 'push', view: form('Stakes') })
  })
  app.view({ callback_id: 'stakes', type: 'view_closed' }, async ({ ack }) => {
    heard.push('stakes closed')
    await ack()
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks: KnownBlock[] = [{ type: 'section', text: plain('Score 1 : 0') }]
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
  app.message('ping', async ({ say }) => {
    await say('pong')
  })
}
