import type { App, SlackViewAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'

function modal(title: string, extra: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: 'Save' },
    blocks: [
      {
        type: 'input',
        block_id: 'what',
        label: { type: 'plain_text', text: 'What' },
        element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
      },
    ],
    ...extra,
  }
}

/** `/lamp` opens this view. */
function opens(app: App, view: ModalView): void {
  app.command('/lamp', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view })
  })
}

describe('a modal', () => {
  test('brings what was entered and closes on an empty ack', async () => {
    const slack = await workspace()
    const heard: unknown[] = []
    await httpApp(slack, (app) => {
      opens(app, modal('Note'))
      app.view('form', async ({ ack, view }) => {
        heard.push(view.state.values)
        await ack()
      })
    })
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    const form = await ada.waitsForModal('Note')
    expect(form.fields).toEqual({ What: '' })
    await form.fill({ What: 'oil' })
    await form.submit()
    expect(heard).toEqual([{ what: { text: { type: 'plain_text_input', value: 'oil' } } }])
    expect(() => ada.modal()).toThrow('ada has no modal open')
  })

  test('is checked by the client first: required, too long', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => opens(app, modal('Note')))
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    const form = await ada.waitsForModal('Note')
    await form.submit()
    expect(form.errors).toEqual({ What: 'Please complete this required field.' })
    await form.fill({ What: 'x'.repeat(21) })
    await form.submit()
    expect(form.errors).toEqual({ What: 'Please enter at most 20 characters.' })
    expect(slack.traffic.deliveries('view_submission')).toEqual([])
  })

  test('keeps the errors that the app gives, and what was typed', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      opens(app, modal('Note'))
      app.view('form', async ({ ack }) =>
        ack({ response_action: 'errors', errors: { what: 'No oil today.' } }),
      )
    })
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    const form = await ada.waitsForModal('Note')
    await form.fill({ What: 'oil' })
    await form.submit()
    expect(ada.modal().errors).toEqual({ What: 'No oil today.' })
    expect(ada.modal().fields).toEqual({ What: 'oil' })
  })

  test('refuses errors for what is not an input block', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      opens(app, modal('Note'))
      app.view('form', async ({ ack }) => ack({ response_action: 'errors', errors: { other: 'No.' } }))
    })
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    const form = await (await ada.waitsForModal('Note')).fill({ What: 'oil' })
    await expect(form.submit()).rejects.toThrow('invalid_response_action')
    expect(form.open.trouble).toBe('invalid_response_action')
  })

  test('can be updated, pushed upon and cleared by the ack', async () => {
    const slack = await workspace()
    const answers = [
      { response_action: 'update' as const, view: modal('Second') },
      { response_action: 'push' as const, view: modal('On top', { callback_id: 'top' }) },
    ]
    await httpApp(slack, (app) => {
      opens(app, modal('First'))
      app.view('form', async ({ ack }) => ack(answers.shift()))
      app.view('top', async ({ ack }) => ack({ response_action: 'clear' }))
    })
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    await (await (await ada.waitsForModal('First')).fill({ What: 'oil' })).submit()
    const second = await ada.waitsForModal('Second')
    expect(second.fields).toEqual({ What: 'oil' })
    await second.submit()
    const top = await ada.waitsForModal('On top')
    expect(top.open.previous).toBe(second.open.id)
    await (await top.fill({ What: 'wick' })).submit()
    expect(() => ada.modal()).toThrow('no modal open')
  })

  test('tells the app that it was closed, only when it asks for that', async () => {
    const slack = await workspace()
    const heard: SlackViewAction[] = []
    await httpApp(slack, (app) => {
      opens(app, modal('Note', { notify_on_close: true }))
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
        heard.push(body)
        await ack()
      })
    })
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    await (await ada.waitsForModal('Note')).cancel()
    expect(heard).toMatchObject([{ type: 'view_closed', is_cleared: false }])
    expect(() => ada.modal()).toThrow('no modal open')
  })

  test('★ that is not acknowledged in time stays open in trouble; a button says it too', async () => {
    const slack = await workspace({ acksWithin: 1000 })
    const go = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }
    await httpApp(slack, (app) => opens(app, modal('Note')))
    const [ada, bo] = [slack.as('ada'), slack.as('bo')]
    await client(slack).chat.postMessage({
      channel: 'C0PIER',
      text: 'Card',
      blocks: [{ type: 'actions', elements: [go] }],
    })
    const card = await bo.waits('#pier', 'Card')
    await ada.run('/lamp', { in: '#pier' })
    const form = await (await ada.waitsForModal('Note')).fill({ What: 'oil' })
    const late = Promise.allSettled([form.submit(), bo.press(card, 'Go')])
    expect((await late).map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
      'Error: "Note" was not sent: operation_timeout',
      'Error: bo could not press "Go": operation_timeout',
    ])
    expect(ada.modal().open.trouble).toBe('operation_timeout')
    expect(ada.modal().fields).toEqual({ What: 'oil' })
    expect(bo.again(card).trouble).toBe('operation_timeout')
  })

  test('stacks three high and no higher', async () => {
    const slack = await workspace()
    const deeper = (title: string) =>
      modal(title, {
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'deeper', text: { type: 'plain_text', text: 'Deeper' } }],
          },
        ],
      })
    await httpApp(slack, (app) => {
      opens(app, deeper('1'))
      app.action('deeper', async ({ ack, body, client }) => {
        await ack()
        if (body.type !== 'block_actions') return
        const title = String(Number(body.view?.title.text) + 1)
        await client.views.push({ trigger_id: body.trigger_id, view: deeper(title) })
      })
    })
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    for (const title of ['1', '2', '3']) await (await ada.waitsForModal(title)).press('Deeper')
    const pushes = await slack.answered('views.push', 3)
    expect(pushes.map((call) => call.answer?.error)).toEqual([undefined, undefined, 'push_limit_reached'])
    expect(ada.modal().title).toBe('3')
  })
})

describe('views by the Web API', () => {
  test('a trigger is good for one view', async () => {
    const slack = await workspace()
    const triggers: string[] = []
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack, body }) => {
        triggers.push(body.trigger_id)
        await ack()
      })
    })
    await slack.as('ada').run('/lamp', { in: '#pier' })
    const [trigger_id = ''] = triggers
    const { views } = client(slack)
    await expect(views.open({ trigger_id: 'made-up', view: modal('Note') })).rejects.toThrow(
      'invalid_trigger_id',
    )
    await views.open({ trigger_id, view: modal('Note') })
    await expect(views.open({ trigger_id, view: modal('Note') })).rejects.toThrow('exchanged_trigger_id')
  })

  test('update wants the hash last drawn, and a view that is still open', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => opens(app, modal('Note', { external_id: 'note-1' })))
    const ada = slack.as('ada')
    await ada.run('/lamp', { in: '#pier' })
    const form = await ada.waitsForModal('Note')
    const { views } = client(slack)
    const { hash } = form.open
    await views.update({ external_id: 'note-1', view: modal('Again', { external_id: 'note-1' }), hash })
    const stale = views.update({ view_id: form.open.id, view: modal('Stale'), hash })
    await expect(stale).rejects.toThrow('hash_conflict')
    expect(ada.modal().title).toBe('Again')
    await ada.modal().closeAll()
    await expect(views.update({ view_id: form.open.id, view: modal('Gone') })).rejects.toThrow('not_found')
  })

  test('an external id is taken while its view is open', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => opens(app, modal('Note', { external_id: 'note-1' })))
    await slack.as('ada').run('/lamp', { in: '#pier' })
    await slack.as('ada').waitsForModal('Note')
    await slack.as('bo').run('/lamp', { in: '#pier' })
    const [, second] = await slack.answered('views.open', 2)
    expect(second?.answer).toMatchObject({ ok: false, error: 'duplicate_external_id' })
  })
})
