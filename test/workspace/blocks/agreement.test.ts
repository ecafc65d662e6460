import { describe, expect, test } from 'vitest'
import {
  actions,
  button,
  card,
  chart,
  container,
  dataTable,
  input,
  lines,
  long,
  many,
  mrkdwn,
  option,
  options,
  picture,
  plain,
  raw,
  rich,
  section,
  table,
} from './given.ts'
import { type Surface, troublesOf } from './validate.ts'

const at = (pointer: string, text: string) => `[ERROR] ${text} [json-pointer:/blocks${pointer}]`
const first = '/0/elements/0'
const select = (extra: object) => actions({ type: 'static_select', ...extra })
const users = (extra: object) => actions({ type: 'multi_users_select', ...extra })
const focus = input({ type: 'plain_text_input', focus_on_load: true })
const [a, b] = [option('a'), option('b')]

type Refusal = [what: string, blocks: object[], pointer: string, text: string, on?: Surface]

const contradicting: Refusal[] = [
  [
    'options and groups',
    [select({ options: [a], option_groups: [{ label: plain('g'), options: [a] }] })],
    first,
    'must define only one of options, option_groups',
  ],
  ['neither', [select({})], first, 'must define only one of options, option_groups'],
  [
    'an option not offered',
    [select({ options: [a], initial_option: b })],
    first,
    'initial option must be one of the options',
  ],
  [
    'a ticked box not offered',
    [actions({ type: 'checkboxes', options: [a], initial_options: [b] })],
    first,
    'initial option must be one of the options',
  ],
  [
    'more chosen than may be',
    [users({ max_selected_items: 1, initial_users: ['U1', 'U2'] })],
    first,
    'initial items must not exceed max_selected_items',
  ],
  [
    'nobody may be chosen',
    [users({ max_selected_items: 0 })],
    `${first}/max_selected_items`,
    'must be no less than 1',
  ],
  [
    'a picture from two places',
    [{ ...picture, slack_file: { id: 'F1' } }],
    '/0',
    'must define only one of image_url, slack_file',
  ],
  [
    'a file named twice',
    [{ type: 'image', alt_text: 'x', slack_file: { id: 'F1', url: 'https://a.example' } }],
    '/0/slack_file',
    'must define only one of id, url',
  ],
  [
    'shortest above longest',
    [input({ type: 'plain_text_input', min_length: 3, max_length: 2 })],
    '/0/element',
    'min_length must not exceed max_length',
    'modal',
  ],
  [
    'a start too long',
    [input({ type: 'plain_text_input', initial_value: 'abc', max_length: 2 })],
    '/0/element',
    'initial_value must not exceed max_length',
    'modal',
  ],
  [
    'least above most',
    [input({ type: 'number_input', is_decimal_allowed: false, min_value: '3', max_value: '2' })],
    '/0/element',
    'min_value, initial_value and max_value must be in order',
    'modal',
  ],
  [
    'a fraction of a whole',
    [input({ type: 'number_input', is_decimal_allowed: false, min_value: '0.5' })],
    '/0/element',
    'decimals are not allowed',
    'modal',
  ],
  [
    'collapsed for good',
    [container({ default_collapsed: true })],
    '/0',
    'default_collapsed requires is_collapsible',
  ],
  [
    'rows of two lengths',
    [dataTable({ rows: [[raw('a'), raw('b')], [raw('x')]] })],
    '/0',
    'all rows must have the same number of cells',
  ],
  [
    'a column that is not there',
    [dataTable({ row_header_column_index: 1 })],
    '/0',
    'row_header_column_index must be a column',
  ],
  [
    'two lines of one name',
    [chart({ ...lines(1, 1), series: many(2, lines(1, 1).series[0]) })],
    '/0/chart',
    'series names must be unique',
  ],
  [
    'data of other categories',
    [chart({ ...lines(1, 2), axis_config: { categories: ['x'] } })],
    '/0/chart',
    'data labels must be the categories',
  ],
]

const together: Refusal[] = [
  [
    'one block id twice',
    many(2, { type: 'divider', block_id: 'a' }),
    '/1/block_id',
    'block_id "a" already exists',
  ],
  [
    'one block id within and without',
    [section({ block_id: 'a' }), container({ child_blocks: [section({ block_id: 'a' })] })],
    '/1/child_blocks/0/block_id',
    'block_id "a" already exists',
  ],
  [
    'one action id twice in a block',
    [actions(...many(2, button({ action_id: 'a' })))],
    '/0',
    'action_id "a" already exists',
  ],
  ['two tables', [table(), container({ child_blocks: [table()] })], '', 'only one table allowed'],
  ['three charts', many(3, chart(lines(1, 1))), '', 'no more than 2 items allowed'],
  [
    'a table of too many words',
    [table({ rows: [[raw(long(10_001))]] })],
    '',
    'must be less than 10001 characters',
  ],
  [
    'tables of too many words',
    many(2, dataTable({ rows: [[raw('x')], [raw(long(5000))]] })),
    '',
    'must be less than 10001 characters',
  ],
  [
    'markdown of too many words',
    many(2, { type: 'markdown', text: long(6001) }),
    '',
    'must be less than 12001 characters',
  ],
  ['two that take the focus', [focus, focus], '', 'only one element can have focus_on_load', 'modal'],
]

describe('blocks that contradict themselves or each other are refused:', () => {
  test.each([...contradicting, ...together])('%s', (_, blocks, pointer, text, on = 'message') => {
    expect(troublesOf(blocks, on)).toEqual([at(pointer, text)])
  })
})

describe('taken:', () => {
  test.each<[string, object[], Surface?]>([
    [
      'the same action id in two blocks',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    ],
    [
      'the same action id in two cards',
      [{ type: 'carousel', elements: many(2, card({ actions: [button({ action_id: 'a' })] })) }],
    ],
    ['an initial option that is offered', [select({ options: [a, b], initial_option: b })]],
    [
      'a formatted choice of boxes',
      [actions({ type: 'checkboxes', options: [{ text: mrkdwn('*x*'), value: 'x' }] })],
    ],
    ['a mail for an address', [actions(button({ url: 'mailto:ada@a.example' }))]],
    ['as many as may be chosen', [users({ max_selected_items: 2, initial_users: ['U1', 'U2'] })]],
    [
      'a number within its bounds',
      [
        input({
          type: 'number_input',
          is_decimal_allowed: true,
          min_value: '-1',
          initial_value: '0.5',
          max_value: '1',
        }),
      ],
      'modal',
    ],
    [
      'every leaf of rich text',
      [
        rich(
          { type: 'text', text: 'x', style: { bold: true } },
          { type: 'user', user_id: 'U1' },
          { type: 'broadcast', range: 'here' },
          { type: 'date', timestamp: 1, format: '{date}' },
          { type: 'emoji', name: 'ship' },
        ),
      ],
    ],
    ['100 options', [select({ options: options(100) })]],
  ])('%s', (_, blocks, on = 'message') => {
    expect(troublesOf(blocks, on)).toEqual([])
  })
})
