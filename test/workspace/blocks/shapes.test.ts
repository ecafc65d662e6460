import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actions,
  button,
  card,
  container,
  dataTable,
  input,
  mrkdwn,
  picture,
  plain,
  raw,
  rich,
  section,
  task,
  video,
} from './given.ts'
import { type Surface, troublesOf } from './validate.ts'

const at = (pointer: string, text: string) => `[ERROR] ${text} [json-pointer:/blocks${pointer}]`
const first = '/0/elements/0'
const select = (extra: object) => actions({ type: 'static_select', ...extra })

type Refusal = [what: string, blocks: object[], pointer: string, text: string, on?: Surface]

const missing: Refusal[] = [
  ['a block’s type', [{}], '/0', 'missing required field: type'],
  ['a text’s type', [section({ text: { text: 'x' } })], '/0/text', 'missing required field: type'],
  ['header text', [{ type: 'header' }], '/0', 'missing required field: text'],
  [
    'an alt text',
    [{ type: 'image', image_url: picture.image_url }],
    '/0',
    'missing required field: alt_text',
  ],
  [
    'a label',
    [input({ type: 'plain_text_input' }, { label: undefined })],
    '/0',
    'missing required field: label',
    'modal',
  ],
  [
    'a number’s kind',
    [input({ type: 'number_input' })],
    '/0/element',
    'missing required field: is_decimal_allowed',
    'modal',
  ],
  [
    'a question',
    [actions(button({ confirm: { title: plain('x') } }))],
    `${first}/confirm`,
    'missing required field: text',
  ],
  ['a caption', [dataTable({ caption: undefined })], '/0', 'missing required field: caption'],
  ['a task’s state', [task({ status: undefined })], '/0', 'missing required field: status'],
  ['a section of nothing', [{ type: 'section' }], '/0', 'must provide text or fields'],
  ['a card of nothing', [{ type: 'card', subtitle: mrkdwn('x') }], '/0', 'must provide content'],
  ['a container’s title', [container({ title: undefined })], '/0', 'must provide a title'],
  [
    'an empty filter',
    [actions({ type: 'conversations_select', filter: {} })],
    `${first}/filter`,
    'must provide at least one filter',
  ],
]

const wrong: Refusal[] = [
  ['an unknown block', [{ type: 'banner' }], '/0/type', 'unsupported type: banner'],
  ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('x') }], '/0/text/type', 'unsupported type: mrkdwn'],
  [
    'a button in mrkdwn',
    [actions(button({ text: mrkdwn('x') }))],
    `${first}/text/type`,
    'unsupported type: mrkdwn',
  ],
  [
    'an option in mrkdwn',
    [select({ options: [{ text: mrkdwn('x'), value: 'x' }] })],
    `${first}/options/0/text/type`,
    'unsupported type: mrkdwn',
  ],
  [
    'an overflow option in mrkdwn',
    [actions({ type: 'overflow', options: [{ text: mrkdwn('x'), value: 'x' }] })],
    `${first}/options/0/text/type`,
    'unsupported type: mrkdwn',
  ],
  ['a card in plain text', [card({ title: plain('x') })], '/0/title/type', 'unsupported type: plain_text'],
  ['text that is no object', [section({ text: 'x' })], '/0/text', 'must provide an object'],
  [
    'text that is no string',
    [section({ text: { type: 'mrkdwn', text: 1 } })],
    '/0/text/text',
    'must provide a string',
  ],
  ['another style', [actions(button({ style: 'warning' }))], `${first}/style`, 'must be a valid enum value'],
  ['a field of our own', [actions(button({ colour: 'red' }))], first, 'invalid additional property: colour'],
  [
    'a text field as an action',
    [actions({ type: 'plain_text_input' })],
    `${first}/type`,
    'unsupported type: plain_text_input',
  ],
  ['a button as a field', [input(button())], '/0/element/type', 'unsupported type: button', 'modal'],
  [
    'a moment as an accessory',
    [section({ accessory: { type: 'datetimepicker' } })],
    '/0/accessory/type',
    'unsupported type: datetimepicker',
  ],
  [
    'a rich text leaf of no kind',
    [rich({ type: 'shout' })],
    `${first}/elements/0/type`,
    'unsupported type: shout',
  ],
  [
    'a table’s header in rich text',
    [dataTable({ rows: [[rich()], [raw('x')]] })],
    '/0/rows/0/0/type',
    'unsupported type: rich_text',
  ],
  [
    'an icon of our own',
    [{ type: 'context_actions', elements: [{ type: 'icon_button', icon: 'ship', text: plain('x') }] }],
    `${first}/icon`,
    'must be a valid enum value',
  ],
]

const malformed: Refusal[] = [
  ['an address of no kind', [actions(button({ url: 'example' }))], `${first}/url`, 'must be a valid URL'],
  [
    'a script for an address',
    [actions(button({ url: 'javascript:alert(1)' }))],
    `${first}/url`,
    'must be a valid URL',
  ],
  [
    'a picture from a file',
    [{ ...picture, image_url: 'file:///a.png' }],
    '/0/image_url',
    'must be a valid URL',
  ],
  ['a video without TLS', [video({ video_url: 'http://a.example' })], '/0/video_url', 'must be a valid URL'],
  [
    'the 30th of February',
    [actions({ type: 'datepicker', initial_date: '2026-02-30' })],
    `${first}/initial_date`,
    'must match the required format',
  ],
  [
    '25 o’clock',
    [actions({ type: 'timepicker', initial_time: '25:00' })],
    `${first}/initial_time`,
    'must match the required format',
  ],
  [
    'a zone of no place',
    [actions({ type: 'timepicker', timezone: 'Mars/Olympus' })],
    `${first}/timezone`,
    'must be a valid timezone',
  ],
  [
    'an address that is no mail',
    [input({ type: 'email_text_input', initial_value: 'ada' })],
    '/0/element/initial_value',
    'must match the required format',
    'modal',
  ],
  [
    'a link that is none',
    [input({ type: 'url_text_input', initial_value: 'ada' })],
    '/0/element/initial_value',
    'must be a valid URL',
    'modal',
  ],
  [
    'a number as a number',
    [input({ type: 'number_input', is_decimal_allowed: true, min_value: 1 })],
    '/0/element/min_value',
    'must provide a string',
    'modal',
  ],
  [
    'a number in words',
    [input({ type: 'number_input', is_decimal_allowed: true, min_value: 'one' })],
    '/0/element/min_value',
    'must match the required format',
    'modal',
  ],
]

describe('★ malformed blocks are refused in Slack’s words:', () => {
  test.each([...missing, ...wrong, ...malformed])('%s', (_, blocks, pointer, text, on = 'message') => {
    expect(troublesOf(blocks, on)).toEqual([at(pointer, text)])
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
