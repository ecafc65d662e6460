import type { InputBlock, KnownBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import type { StateValues } from './protocol.ts'
import { fullManifest, httpApp, workspace } from './small/start.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() })
const found = (text: string) => ({ ...option(`${text} found`), description: plain('Just now') })
const input = (
  label: string,
  element: InputBlock['element'],
  extra: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  optional: true,
  element: { ...element, action_id: 'x' },
  ...extra,
})

async function sent(blocks: KnownBlock[], entries: Record<string, string | string[]>): Promise<StateValues> {
  const slack = await workspace({ manifest: await fullManifest() })
  const { promise, resolve } = Promise.withResolvers<StateValues>()
  await httpApp(slack, (app) => {
    app.shortcut('light', async ({ ack, body, client }) => {
      await ack()
      const view = {
        type: 'modal' as const,
        callback_id: 'form',
        title: plain('All'),
        submit: plain('Save'),
        blocks,
      }
      await client.views.open({ trigger_id: body.trigger_id, view })
    })
    app.options('x', async ({ ack, payload }) => ack({ options: [found(payload.value)] }))
    app.view('form', async ({ ack, view }) => {
      // Bolt types the same JSON field by field.
      resolve(view.state.values as unknown as StateValues)
      await ack()
    })
  })
  const ada = slack.as('ada')
  await ada.globalShortcut('Light the lamp')
  await (await (await ada.waitsForModal('All')).fill(entries)).submit()
  return promise
}

describe('what a person enters, as state values', () => {
  test.each<[string, InputBlock['element'], string | string[], object]>([
    ['text', { type: 'plain_text_input' }, 'oil', { value: 'oil' }],
    ['e-mail', { type: 'email_text_input' }, 'a@b.example', { value: 'a@b.example' }],
    ['address', { type: 'url_text_input' }, 'https://a.example', { value: 'https://a.example' }],
    ['number', { type: 'number_input', is_decimal_allowed: false }, '7', { value: '7' }],
    [
      'select',
      { type: 'static_select', options: [option('Red'), option('Green')] },
      'Green',
      { selected_option: option('Green') },
    ],
    [
      'multi-select',
      { type: 'multi_static_select', options: [option('Red'), option('Green')] },
      ['Red', 'Green'],
      { selected_options: [option('Red'), option('Green')] },
    ],
    [
      'boxes',
      { type: 'checkboxes', options: [option('Red')] },
      ['Red'],
      { selected_options: [option('Red')] },
    ],
    ['radio', { type: 'radio_buttons', options: [option('Red')] }, 'Red', { selected_option: option('Red') }],
    ['person', { type: 'users_select' }, 'bo', { selected_user: 'U0BO' }],
    ['people', { type: 'multi_users_select' }, ['bo', 'cy'], { selected_users: ['U0BO', 'U0CY'] }],
    ['channel', { type: 'channels_select' }, '#pier', { selected_channel: 'C0PIER' }],
    ['conversation', { type: 'conversations_select' }, '#pier', { selected_conversation: 'C0PIER' }],
    ['date', { type: 'datepicker' }, '2026-12-01', { selected_date: '2026-12-01' }],
    ['time', { type: 'timepicker' }, '16:00', { selected_time: '16:00' }],
    ['moment', { type: 'datetimepicker' }, '2026-12-01T16:00:00Z', { selected_date_time: 1796140800 }],
    ['file', { type: 'file_input' }, 'load.txt', { files: [{ name: 'load.txt', user: 'U0ADA', size: 8 }] }],
    ['looked up', { type: 'external_select' }, 'lam', { selected_option: found('lam') }],
  ])('%s', async (label, element, entry, value) => {
    const values = await sent([input(label, element)], { [label]: entry })
    const expected = JSON.parse(JSON.stringify({ type: element.type, ...value }))
    expect(values[label]?.x).toMatchObject(expected)
  })

  test('untouched fields are there too, empty', async () => {
    const values = await sent(
      [input('a', { type: 'plain_text_input' }), input('b', { type: 'multi_users_select' })],
      {},
    )
    expect(values).toEqual({
      a: { x: { type: 'plain_text_input', value: null } },
      b: { x: { type: 'multi_users_select', selected_users: [] } },
    })
  })
})

describe('what the client refuses before it sends', () => {
  test.each<[string, InputBlock['element'], string | string[], string]>([
    ['e-mail', { type: 'email_text_input' }, 'nobody', 'Please enter a valid email address.'],
    ['address', { type: 'url_text_input' }, 'nowhere', 'Please enter a valid URL.'],
    ['number', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a valid number.'],
    [
      'least',
      { type: 'number_input', is_decimal_allowed: true, min_value: '2' },
      '1.5',
      'Must be at least 2.',
    ],
    ['short', { type: 'plain_text_input', min_length: 3 }, 'ab', 'Please enter at least 3 characters.'],
    [
      'many',
      { type: 'multi_users_select', max_selected_items: 1 },
      ['bo', 'cy'],
      'Please select at most 1 items.',
    ],
    ['files', { type: 'file_input', max_files: 1 }, ['a.txt', 'b.txt'], 'You can add up to 1 file.'],
    ['kind', { type: 'file_input', filetypes: ['pdf'] }, 'a.txt', 'Only these can be added: pdf.'],
  ])('%s', async (label, element, entry, error) => {
    const slack = await workspace({ manifest: await fullManifest() })
    await httpApp(slack, (app) => {
      app.shortcut('light', async ({ ack, body, client }) => {
        await ack()
        const blocks = [input(label, element)]
        const view = { type: 'modal' as const, title: plain('All'), submit: plain('Save'), blocks }
        await client.views.open({ trigger_id: body.trigger_id, view })
      })
    })
    const ada = slack.as('ada')
    await ada.globalShortcut('Light the lamp')
    const form = await (await ada.waitsForModal('All')).fill({ [label]: entry })
    await form.submit()
    expect(form.errors).toEqual({ [label]: error })
  })
})
