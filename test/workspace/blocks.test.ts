import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { troublesOf } from './blocks/validate.ts'
import { client, workspace } from './small/start.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const option = (text: string) => ({ text: plain(text), value: text })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const button = (extra: object = {}) => ({ type: 'button', text: plain('Go'), ...extra })
const input = (element: object, extra: object = {}) => ({
  type: 'input',
  label: plain('What'),
  element,
  ...extra,
})
const long = (length: number) => 'x'.repeat(length)
const at = (pointer: string, text: string) => `[ERROR] ${text} [json-pointer:${pointer}]`

describe('★ a message is refused with', () => {
  test.each<[string, object[], string]>([
    ['an unknown block', [{ type: 'banner' }], at('/blocks/0/type', 'unsupported type: banner')],
    ['an alert', [{ type: 'alert', text: plain('x') }], at('/blocks/0/type', 'unsupported type: alert')],
    ['an input', [input({ type: 'plain_text_input' })], at('/blocks/0/type', 'unsupported type: input')],
    ['a section of nothing', [{ type: 'section' }], at('/blocks/0', 'must provide text or fields')],
    [
      'empty text',
      [{ type: 'section', text: plain('') }],
      at('/blocks/0/text/text', 'must be more than 0 characters'),
    ],
    [
      'a section too long',
      [{ type: 'section', text: mrkdwn(long(3001)) }],
      at('/blocks/0/text/text', 'must be less than 3001 characters'),
    ],
    [
      'a field too long',
      [{ type: 'section', fields: [mrkdwn(long(2001))] }],
      at('/blocks/0/fields/0/text', 'must be less than 2001 characters'),
    ],
    [
      'eleven fields',
      [{ type: 'section', fields: Array(11).fill(plain('x')) }],
      at('/blocks/0/fields', 'no more than 10 items allowed'),
    ],
    [
      'a header too long',
      [{ type: 'header', text: plain(long(151)) }],
      at('/blocks/0/text/text', 'must be less than 151 characters'),
    ],
    [
      'a header in mrkdwn',
      [{ type: 'header', text: mrkdwn('x') }],
      at('/blocks/0/text/type', 'unsupported type: mrkdwn'),
    ],
    ['a header without text', [{ type: 'header' }], at('/blocks/0', 'missing required field: text')],
    [
      'eleven things in a context',
      [{ type: 'context', elements: Array(11).fill(plain('x')) }],
      at('/blocks/0/elements', 'no more than 10 items allowed'),
    ],
    ['no actions', [actions()], at('/blocks/0/elements', 'no fewer than 1 items allowed')],
    [
      '26 actions',
      [actions(...Array(26).fill(button()))],
      at('/blocks/0/elements', 'no more than 25 items allowed'),
    ],
    [
      'a button too long',
      [actions(button({ text: plain(long(76)) }))],
      at('/blocks/0/elements/0/text/text', 'must be less than 76 characters'),
    ],
    [
      'a button value too long',
      [actions(button({ value: long(2001) }))],
      at('/blocks/0/elements/0/value', 'must be less than 2001 characters'),
    ],
    [
      'a button of another style',
      [actions(button({ style: 'warning' }))],
      at('/blocks/0/elements/0/style', 'must be one of: primary, danger'),
    ],
    [
      'a field of our own',
      [actions(button({ colour: 'red' }))],
      at('/blocks/0/elements/0', 'invalid additional property: colour'),
    ],
    [
      'a text field as an action',
      [actions({ type: 'plain_text_input' })],
      at('/blocks/0/elements/0/type', 'unsupported type: plain_text_input'),
    ],
    [
      'six overflow options',
      [actions({ type: 'overflow', options: Array.from('abcdef', option) })],
      at('/blocks/0/elements/0/options', 'no more than 5 items allowed'),
    ],
    [
      'eleven boxes',
      [actions({ type: 'checkboxes', options: Array.from('abcdefghijk', option) })],
      at('/blocks/0/elements/0/options', 'no more than 10 items allowed'),
    ],
    [
      'an option too long',
      [actions({ type: 'overflow', options: [option(long(76))] })],
      at('/blocks/0/elements/0/options/0/text/text', 'must be less than 76 characters'),
    ],
    [
      'a select with options and groups',
      [
        actions({
          type: 'static_select',
          options: [option('a')],
          option_groups: [{ label: plain('g'), options: [option('a')] }],
        }),
      ],
      at('/blocks/0/elements/0', 'must define only one of options, option_groups'),
    ],
    [
      'an initial option that is not offered',
      [actions({ type: 'static_select', options: [option('a')], initial_option: option('b') })],
      at('/blocks/0/elements/0', 'initial option must be one of the options'),
    ],
    [
      'a picture without words',
      [{ type: 'image', image_url: 'https://a.example/a.png' }],
      at('/blocks/0', 'missing required field: alt_text'),
    ],
    [
      'a confirmation too long',
      [actions(button({ confirm: { title: plain('Sure?'), text: plain(long(301)) } }))],
      at('/blocks/0/elements/0/confirm/text/text', 'must be less than 301 characters'),
    ],
    [
      'one block id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      at('/blocks/1/block_id', 'block_id "a" already exists'),
    ],
    [
      'one action id twice in a block',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      at('/blocks/0', 'action_id "a" already exists'),
    ],
    [
      'two tables',
      Array(2).fill({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }),
      at('/blocks', 'only one table allowed'),
    ],
    [
      'a rich text leaf of no kind',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'shout' }] }] }],
      at('/blocks/0/elements/0/elements/0/type', 'unsupported type: shout'),
    ],
    ['51 blocks', Array(51).fill({ type: 'divider' }), at('/blocks', 'no more than 50 items allowed')],
  ])('%s', (_, blocks, message) => {
    expect(troublesOf(blocks, 'message')).toEqual([message])
  })

  test('more text in its blocks than Slack takes', async () => {
    const slack = await workspace()
    const blocks = Array(5).fill({ type: 'section', text: mrkdwn(long(3000)) })
    const posting = client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x', blocks })
    await expect(posting).rejects.toThrow('msg_blocks_too_long')
  })

  test('everything that is wrong with it at once', async () => {
    const slack = await workspace()
    const blocks = [{ type: 'header' }, { type: 'section', text: mrkdwn('') }]
    const posting = client(slack).apiCall('chat.postMessage', { channel: 'C0PIER', text: 'x', blocks })
    await expect(posting).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: [
            at('/blocks/0', 'missing required field: text'),
            at('/blocks/1/text/text', 'must be more than 0 characters'),
          ],
        },
      },
    })
  })
})

describe('at its limits a message is taken:', () => {
  test.each<[string, object[]]>([
    ['50 blocks', Array(50).fill({ type: 'divider' })],
    ['3,000 characters', [{ type: 'section', text: mrkdwn(long(3000)) }]],
    ['a header of 150', [{ type: 'header', text: plain(long(150)) }]],
    ['five overflow options', [actions({ type: 'overflow', options: Array.from('abcde', option) })]],
    ['25 buttons of 75', [actions(...Array(25).fill(button({ text: plain(long(75)) })))]],
    [
      'the same action id in two blocks',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    ],
    [
      'an initial option that is offered',
      [actions({ type: 'static_select', options: [option('a')], initial_option: option('a') })],
    ],
  ])('%s', (_, blocks) => {
    expect(troublesOf(blocks, 'message')).toEqual([])
  })
})

describe('a view', () => {
  const view = (extra: object = {}) => ({ type: 'modal', title: plain('Form'), blocks: [], ...extra })

  test.each<[string, object, string]>([
    ['without a title', view({ title: undefined }), at('/view', 'missing required field: title')],
    [
      'with a title too long',
      view({ title: plain(long(25)) }),
      at('/view/title/text', 'must be less than 25 characters'),
    ],
    [
      'that asks and cannot be sent',
      view({ blocks: [input({ type: 'plain_text_input' })] }),
      at('/view', '`submit` is required when an input block is within blocks'),
    ],
    [
      'with metadata too long',
      view({ private_metadata: long(3001) }),
      at('/view/private_metadata', 'must be less than 3001 characters'),
    ],
    [
      'with 101 blocks',
      view({ blocks: Array(101).fill({ type: 'divider' }) }),
      at('/view/blocks', 'no more than 100 items allowed'),
    ],
    [
      'with two fields that take the focus',
      view({
        submit: plain('Save'),
        blocks: [0, 1].map(() => input({ type: 'plain_text_input', focus_on_load: true })),
      }),
      at('/view/blocks', 'only one element can have focus_on_load'),
    ],
    [
      'with a markdown block',
      view({ blocks: [{ type: 'markdown', text: 'x' }] }),
      at('/view/blocks/0/type', 'unsupported type: markdown'),
    ],
    [
      'with an input without a label',
      view({ submit: plain('Save'), blocks: [input({ type: 'plain_text_input' }, { label: undefined })] }),
      at('/view/blocks/0', 'missing required field: label'),
    ],
  ])('%s is refused', async (_, given, message) => {
    const slack = await workspace()
    const opening = client(slack).apiCall('views.open', { trigger_id: '1.1.1', view: given })
    await expect(opening).rejects.toMatchObject({
      data: { error: 'invalid_arguments', response_metadata: { messages: [message] } },
    })
  })
})

test('whatever is sent as blocks is taken or refused in words, never a crash', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (blocks) => {
      for (const message of troublesOf(blocks, 'message'))
        expect(message).toMatch(/^\[ERROR\] .+ \[json-pointer:\/blocks/)
    }),
  )
})
