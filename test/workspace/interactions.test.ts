import type { BlockAction } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const field = (block_id: string, initial_value?: string): KnownBlock => ({
  type: 'input',
  block_id,
  label: plain('What'),
  element: { type: 'plain_text_input', action_id: 'text', ...(initial_value && { initial_value }) },
})
const button = (action_id: string, extra: object = {}): KnownBlock => ({
  type: 'actions',
  elements: [{ type: 'button', action_id, text: plain(action_id), ...extra }],
})
const modal = (blocks: KnownBlock[], extra: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Save'),
  blocks,
  ...extra,
})

/** A workspace where the global shortcut opens this view; what is pressed, closed or sent is kept. */
async function opened(view: ModalView, answer?: object | string) {
  const slack = await workspace()
  const heard: Record<string, unknown>[] = []
  await httpApp(slack, (app) => {
    app.shortcut('light', async ({ ack, body, client }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view })
    })
    app.action(/.*/, async ({ ack, body }) => {
      heard.push({ ...body })
      await ack()
    })
    app.options('x', async ({ ack }) => ack({ options: [] }))
    app.view('form', async ({ ack }) => {
      // A stray text is exactly what a careless app would send.
      await ack(answer as never)
    })
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
      heard.push({ ...body })
      await ack()
    })
  })
  const ada = slack.as('ada')
  await ada.globalShortcut('Light the lamp')
  return { slack, ada, heard, form: await ada.waitsForModal('Form') }
}

describe('a press', () => {
  test('★ on what one person sees comes without the message', async () => {
    const slack = await workspace()
    const heard: BlockAction[] = []
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack }) => ack({ text: 'Card', blocks: [button('go')] }))
      app.action<BlockAction>('go', async ({ ack, body }) => {
        heard.push(body)
        await ack()
      })
    })
    const ada = slack.as('ada')
    await ada.press((await ada.run('/lamp', { in: '#pier' })).first, 'go')
    expect(heard).toMatchObject([
      { container: { type: 'message', is_ephemeral: true, channel_id: 'C0PIER' } },
    ])
    expect(heard[0]).not.toHaveProperty('message')
  })

  test('★ on a button that leads to an address is told to the app too', async () => {
    const slack = await workspace()
    const heard: unknown[] = []
    await httpApp(slack, (app) => {
      app.action('docs', async ({ ack, action }) => {
        heard.push(action)
        await ack()
      })
    })
    const blocks = [button('docs', { url: 'https://docs.example' })]
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Card', blocks })
    const ada = slack.as('ada')
    await ada.press(await ada.waits('#pier', 'Card'), 'docs')
    expect(heard).toMatchObject([{ type: 'button', url: 'https://docs.example' }])
  })

  test('on a button that starts a workflow is not told to the app', async () => {
    const slack = await workspace()
    const trigger = { url: 'https://slack.test/shortcuts/1' }
    const text = plain('Begin')
    const begin = { type: 'workflow_button' as const, action_id: 'begin', text, workflow: { trigger } }
    const blocks: KnownBlock[] = [{ type: 'actions', elements: [begin] }]
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Card', blocks })
    const ada = slack.as('ada')
    await ada.press(await ada.waits('#pier', 'Card'), 'Begin')
    expect(slack.traffic.deliveries('block_actions')).toEqual([])
  })

  test('★ in a modal has its view with what was entered, and no response URL', async () => {
    const { form, heard } = await opened(modal([field('what'), button('more')]))
    await form.fill({ What: 'oil' })
    await form.press('more')
    expect(heard).toMatchObject([
      {
        container: { type: 'view', view_id: form.open.id },
        view: { hash: form.open.hash, state: { values: { what: { text: { value: 'oil' } } } } },
      },
    ])
    expect(heard[0]).not.toHaveProperty('response_url')
  })

  test('a field that tells of its changes does so', async () => {
    const { form, heard } = await opened(modal([{ ...field('what'), dispatch_action: true } as KnownBlock]))
    await form.fill({ What: 'oil' })
    expect(heard).toMatchObject([{ type: 'block_actions', actions: [{ action_id: 'text', value: 'oil' }] }])
  })
})

describe('a modal that is drawn anew', () => {
  test('★ keeps what was typed where block and action are the same, and only there', async () => {
    const { slack, form } = await opened(modal([field('what')]))
    await form.fill({ What: 'oil' })
    const { views } = client(slack)
    await views.update({ view_id: form.open.id, view: modal([field('what', 'initial')]) })
    expect(form.fields).toEqual({ What: 'oil' })
    await views.update({ view_id: form.open.id, view: modal([field('other', 'initial')]) })
    expect(form.fields).toEqual({ What: 'initial' })
  })
})

describe('the answer to a form', () => {
  test('★ with stray text leaves the form open, in trouble', async () => {
    const { ada, form } = await opened(modal([]), 'ok')
    await expect(form.submit()).rejects.toThrow('invalid_response_action')
    expect(ada.modal().open.trouble).toBe('invalid_response_action')
  })

  test('with a view that Slack would not take leaves the form open', async () => {
    const { ada, form } = await opened(modal([]), { response_action: 'update', view: { type: 'modal' } })
    await expect(form.submit()).rejects.toThrow('invalid_arguments')
    expect(ada.modal().title).toBe('Form')
  })
})

describe('closing', () => {
  test('by the cross closes the whole stack, told once with the root', async () => {
    const { slack, ada, form, heard } = await opened(modal([button('deeper')], { notify_on_close: true }))
    await form.press('deeper')
    const { trigger_id } = heard.pop() as { trigger_id: string }
    const view = modal([], { title: plain('Deeper'), notify_on_close: true })
    await client(slack).views.push({ trigger_id, view })
    await ada.modal().closeAll()
    expect(heard).toMatchObject([{ type: 'view_closed', is_cleared: true, view: { id: form.open.id } }])
    expect(() => ada.modal()).toThrow('no modal open')
  })

  test('with clear_on_close is the same by Cancel', async () => {
    const { ada, form, heard } = await opened(modal([], { clear_on_close: true, notify_on_close: true }))
    await form.cancel()
    expect(heard).toMatchObject([{ is_cleared: true }])
    expect(() => ada.modal()).toThrow('no modal open')
  })
})

describe('looking options up', () => {
  const select = (min_query_length?: number): KnownBlock => ({
    type: 'input',
    block_id: 'which',
    label: plain('Which'),
    element: {
      type: 'external_select',
      action_id: 'x',
      ...(min_query_length !== undefined && { min_query_length }),
    },
  })

  test('starts at three characters, unless told otherwise', async () => {
    const { slack, ada, form } = await opened(modal([select()]))
    await expect(form.fill({ Which: 'ab' })).rejects.toThrow('looking up "ab" offered')
    expect(slack.traffic.deliveries('block_suggestion')).toEqual([])
    await client(slack).views.update({ view_id: form.open.id, view: modal([select(0)]) })
    await expect(ada.modal().fill({ Which: '' })).rejects.toThrow('offered: nothing')
    expect(slack.traffic.deliveries('block_suggestion')).toMatchObject([
      {
        type: 'options',
        payload: { type: 'block_suggestion', action_id: 'x', block_id: 'which', value: '' },
      },
    ])
  })
})
