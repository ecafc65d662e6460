import type { App } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'

const words = (text: string) => ({ type: 'plain_text' as const, text })
const button = (text: string, action_id: string) => ({
  type: 'button' as const,
  text: words(text),
  action_id,
})

export const card: KnownBlock[] = [
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*The lamp is out*' },
    accessory: { type: 'users_select', action_id: 'keeper', placeholder: words('Who looks after it?') },
  },
  {
    type: 'actions',
    block_id: 'lamp',
    elements: [
      { ...button('Light it', 'light'), style: 'primary' },
      button('Break it', 'nobody-hears-this'),
      {
        ...button('Douse it…', 'douse'),
        confirm: { title: words('Douse the lamp?'), text: words('Ships rely on it.') },
      },
    ],
  },
]

const form: ModalView = {
  type: 'modal',
  callback_id: 'watch',
  title: words('Plan the watch'),
  submit: words('Plan it'),
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: words('Name'),
      element: { type: 'plain_text_input', action_id: 'v' },
    },
    {
      type: 'input',
      block_id: 'keeper',
      label: words('Keeper'),
      element: { type: 'users_select', action_id: 'v' },
    },
    {
      type: 'input',
      block_id: 'lamp',
      optional: true,
      label: words('Lamp'),
      element: { type: 'external_select', action_id: 'lamps', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'log',
      optional: true,
      label: words('Log'),
      element: { type: 'file_input', action_id: 'v', filetypes: ['txt'] },
    },
    { type: 'actions', block_id: 'more', elements: [button('Compare…', 'compare')] },
  ],
}

/** What the app heard, and a hold on its answer to "Light it". */
export interface Heard {
  pressed: string[]
  planned: unknown[]
  lit: PromiseWithResolvers<void>
}

/** A small app that uses what the page can draw. */
export function lighthouse(heard: Heard): (app: App) => void {
  return (app) => {
    app.command('/lamp', async ({ ack, client, body }) => {
      await ack(body.text === 'form' ? undefined : `Heard: ${body.text}`)
      if (body.text === 'form') await client.views.open({ trigger_id: body.trigger_id, view: form })
    })
    app.action('light', async ({ ack, respond }) => {
      await heard.lit.promise
      heard.pressed.push('light')
      await ack()
      await respond({ replace_original: true, text: 'The lamp is lit' })
    })
    app.action('douse', async ({ ack }) => {
      heard.pressed.push('douse')
      await ack()
    })
    app.action('compare', async ({ ack, client, body }) => {
      await ack()
      const trigger_id = 'trigger_id' in body ? body.trigger_id : ''
      await client.views.push({
        trigger_id,
        view: { type: 'modal', title: words('Compare'), blocks: card.slice(0, 1) },
      })
    })
    app.options('lamps', ({ ack, payload }) =>
      ack({
        options: ['front lamp', 'back lamp']
          .filter((lamp) => lamp.includes(payload.value))
          .map((lamp) => ({ text: words(lamp), value: lamp })),
      }),
    )
    app.view('watch', async ({ ack, view }) => {
      const name = view.state.values.name?.v?.value
      if (name === 'taken')
        return ack({ response_action: 'errors', errors: { name: 'There is one already.' } })
      heard.planned.push(view.state.values)
      await ack()
    })
  }
}
