import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsInView } from './check-view.ts'
import {
  actions,
  button,
  card,
  chart,
  container,
  dataTable,
  feedback,
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
  segments,
  table,
  video,
} from './given.ts'
import { faultsIn, type Surface } from './validate.ts'

type Made = (size: number) => unknown
type Limit = [what: string, least: number, most: number, made: Made, pointer: string, on?: Surface]

const element = '/0/elements/0'
const asked = (extra: object) => input({ type: 'plain_text_input', ...extra })
const select = (extra: object) => actions({ type: 'static_select', ...extra })
const asking = (confirm: object) => actions(button({ confirm: { text: plain('Sure?'), ...confirm } }))
const group = (label: string, size: number) => [{ label: plain(label), options: options(size) }]

const limits: Limit[] = [
  ['a section', 1, 3000, (n) => section({ text: mrkdwn(long(n)) }), '/0/text/text'],
  ['fields', 1, 10, (n) => section({ fields: many(n, plain('x')) }), '/0/fields'],
  ['a field', 1, 2000, (n) => section({ fields: [plain(long(n))] }), '/0/fields/0/text'],
  ['a block id', 1, 255, (n) => section({ block_id: long(n) }), '/0/block_id'],
  ['a header', 1, 150, (n) => ({ type: 'header', text: plain(long(n)) }), '/0/text/text'],
  ['context', 1, 10, (n) => ({ type: 'context', elements: many(n, plain('x')) }), '/0/elements'],
  ['actions', 1, 25, (n) => actions(...many(n, button())), '/0/elements'],
  ['an action id', 1, 255, (n) => actions(button({ action_id: long(n) })), `${element}/action_id`],
  ['a button', 1, 75, (n) => actions(button({ text: plain(long(n)) })), `${element}/text/text`],
  ['a value', 0, 2000, (n) => actions(button({ value: long(n) })), `${element}/value`],
  [
    'an address',
    9,
    3000,
    (n) => actions(button({ url: 'https://a.example/'.padEnd(n, 'x').slice(0, n) })),
    `${element}/url`,
  ],
  [
    'a spoken label',
    0,
    75,
    (n) => actions(button({ accessibility_label: long(n) })),
    `${element}/accessibility_label`,
  ],
  ['a question’s title', 1, 100, (n) => asking({ title: plain(long(n)) }), `${element}/confirm/title/text`],
  ['a question', 1, 300, (n) => asking({ text: plain(long(n)) }), `${element}/confirm/text/text`],
  ['a yes', 1, 30, (n) => asking({ confirm: plain(long(n)) }), `${element}/confirm/confirm/text`],
  ['a no', 1, 30, (n) => asking({ deny: plain(long(n)) }), `${element}/confirm/deny/text`],
  ['overflow options', 1, 5, (n) => actions({ type: 'overflow', options: options(n) }), `${element}/options`],
  ['boxes', 1, 10, (n) => actions({ type: 'checkboxes', options: options(n) }), `${element}/options`],
  [
    'radio buttons',
    1,
    10,
    (n) => actions({ type: 'radio_buttons', options: options(n) }),
    `${element}/options`,
  ],
  ['options', 1, 100, (n) => select({ options: options(n) }), `${element}/options`],
  [
    'option groups',
    1,
    100,
    (n) => select({ option_groups: many(n, group('x', 1)[0]) }),
    `${element}/option_groups`,
  ],
  ['a group', 1, 100, (n) => select({ option_groups: group('x', n) }), `${element}/option_groups/0/options`],
  [
    'a group’s label',
    1,
    75,
    (n) => select({ option_groups: group(long(n), 1) }),
    `${element}/option_groups/0/label/text`,
  ],
  [
    'an option’s text',
    1,
    75,
    (n) => select({ options: [{ text: plain(long(n)), value: 'x' }] }),
    `${element}/options/0/text/text`,
  ],
  [
    'an option’s value',
    1,
    75,
    (n) => select({ options: [{ text: plain('x'), value: long(n) }] }),
    `${element}/options/0/value`,
  ],
  [
    'an option’s description',
    1,
    75,
    (n) => select({ options: [{ ...option('x'), description: plain(long(n)) }] }),
    `${element}/options/0/description/text`,
  ],
  [
    'a placeholder',
    1,
    150,
    (n) => select({ options: options(1), placeholder: plain(long(n)) }),
    `${element}/placeholder/text`,
  ],
  [
    'a label',
    1,
    2000,
    (n) => input({ type: 'plain_text_input' }, { label: plain(long(n)) }),
    '/0/label/text',
    'modal',
  ],
  [
    'a hint',
    1,
    2000,
    (n) => input({ type: 'plain_text_input' }, { hint: plain(long(n)) }),
    '/0/hint/text',
    'modal',
  ],
  ['an initial text', 0, 3000, (n) => asked({ initial_value: long(n) }), '/0/element/initial_value', 'modal'],
  ['a shortest text', 0, 3000, (n) => asked({ min_length: n }), '/0/element/min_length', 'modal'],
  ['a longest text', 1, 3000, (n) => asked({ max_length: n }), '/0/element/max_length', 'modal'],
  ['lines', 1, 100, (n) => input({ type: 'rich_text_input', max_lines: n }), '/0/element/max_lines', 'modal'],
  ['files', 1, 10, (n) => input({ type: 'file_input', max_files: n }), '/0/element/max_files', 'modal'],
  [
    'a moment',
    1e9,
    9_999_999_999,
    (n) => actions({ type: 'datetimepicker', initial_date_time: n }),
    `${element}/initial_date_time`,
  ],
  ['an alt text', 1, 2000, (n) => ({ ...picture, alt_text: long(n) }), '/0/alt_text'],
  ['a picture’s title', 1, 2000, (n) => ({ ...picture, title: plain(long(n)) }), '/0/title/text'],
  [
    'a list’s indent',
    0,
    8,
    (n) => ({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: n,
          elements: [{ type: 'rich_text_section', elements: [] }],
        },
      ],
    }),
    '/0/elements/0/indent',
  ],
  ['markdown', 1, 12_000, (n) => ({ type: 'markdown', text: long(n) }), '/0/text'],
  ['rows', 1, 100, (n) => table({ rows: many(n, [raw('x')]) }), '/0/rows'],
  ['cells', 1, 20, (n) => table({ rows: [many(n, raw('x'))] }), '/0/rows/0'],
  ['columns', 0, 20, (n) => table({ column_settings: many(n, {}) }), '/0/column_settings'],
  ['data rows', 2, 101, (n) => dataTable({ rows: many(n, [raw('x')]) }), '/0/rows'],
  ['a page', 1, 100, (n) => dataTable({ page_size: n }), '/0/page_size'],
  ['a card’s title', 1, 150, (n) => card({ title: mrkdwn(long(n)) }), '/0/title/text'],
  ['a card’s subtitle', 1, 150, (n) => card({ subtitle: mrkdwn(long(n)) }), '/0/subtitle/text'],
  ['a card’s body', 1, 200, (n) => card({ body: mrkdwn(long(n)) }), '/0/body/text'],
  ['cards', 1, 10, (n) => ({ type: 'carousel', elements: many(n, card()) }), '/0/elements'],
  ['a container', 1, 10, (n) => container({ child_blocks: many(n, section()) }), '/0/child_blocks'],
  ['a container’s title', 1, 150, (n) => container({ title: plain(long(n)) }), '/0/title/text'],
  ['a video’s title', 1, 199, (n) => video({ title: plain(long(n)) }), '/0/title/text'],
  ['a video’s author', 0, 49, (n) => video({ author_name: long(n) }), '/0/author_name'],
  ['context actions', 1, 5, (n) => ({ type: 'context_actions', elements: many(n, feedback) }), '/0/elements'],
  ['segments', 1, 6, (n) => chart({ type: 'pie', segments: segments(n) }), '/0/chart/segments'],
  ['series', 1, 6, (n) => chart(lines(n, 2)), '/0/chart/series'],
  ['categories', 1, 20, (n) => chart(lines(1, n)), '/0/chart/axis_config/categories'],
  ['a chart’s title', 1, 50, (n) => chart(lines(1, 1), { title: long(n) }), '/0/title'],
]

const views: Limit[] = [
  ['a title', 1, 24, (n) => ({ title: plain(long(n)) }), '/title/text'],
  ['a submit', 1, 24, (n) => ({ submit: plain(long(n)) }), '/submit/text'],
  ['a close', 1, 24, (n) => ({ close: plain(long(n)) }), '/close/text'],
  ['metadata', 0, 3000, (n) => ({ private_metadata: long(n) }), '/private_metadata'],
  ['a callback id', 0, 255, (n) => ({ callback_id: long(n) }), '/callback_id'],
  ['an external id', 0, 255, (n) => ({ external_id: long(n) }), '/external_id'],
  ['blocks', 0, 100, (n) => ({ blocks: many(n, section()) }), '/blocks'],
]

/** The pointers of what is refused at this size. */
type Refused = (size: number) => string[]

function holds(least: number, most: number, pointer: string, refused: Refused): void {
  const inside = fc.oneof(fc.constant(least), fc.constant(most), fc.integer({ min: least, max: most }))
  const over = fc.oneof(fc.constant(most + 1), fc.integer({ min: most + 1, max: most + 20 }))
  fc.assert(
    fc.property(inside, over, (fits, toBig) => {
      expect(refused(fits)).toEqual([])
      expect(refused(toBig)).toEqual([pointer])
    }),
    { numRuns: 5 },
  )
  if (least > 0) expect(refused(least - 1)[0]).toBe(pointer)
}

describe('inside its limits it is taken, outside refused where it stands:', () => {
  test.each(limits)('%s, %i to %i', (_, least, most, made, pointer, on = 'message') => {
    holds(least, most, pointer, (size) => faultsIn([made(size)], on, '').map((fault) => fault.pointer))
  })

  test.each(views)('%s of a view, %i to %i', (_, least, most, made, pointer) => {
    const view = (extra: object) => ({ type: 'modal', title: plain('x'), blocks: [], ...extra })
    holds(least, most, pointer, (size) =>
      // Each row of this table makes parts of a view.
      faultsInView(view(made(size) as object), 'modal', '').map((fault) => fault.pointer),
    )
  })

  test.each<[Surface, number]>([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ])('blocks of a %s, up to %i', (surface, most) => {
    holds(0, most, '', (size) => faultsIn(many(size, section()), surface, '').map((fault) => fault.pointer))
  })
})

test('a rich text leaf may be longer than a text object', () => {
  expect(faultsIn([rich({ type: 'text', text: long(3001) })], 'message')).toEqual([])
})
