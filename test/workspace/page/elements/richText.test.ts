import { describe, expect, test } from 'vitest'
import { richOf, typedOf } from './richText.ts'

const leaves = (typed: string) => {
  const [section] = richOf(typed).elements
  return section && 'elements' in section ? section.elements : []
}

describe('what is typed becomes', () => {
  test('text in its styles, and emoji', () => {
    expect(leaves('*done* at _last_ :tada:')).toEqual([
      { type: 'text', text: 'done', style: { bold: true } },
      { type: 'text', text: ' at ' },
      { type: 'text', text: 'last', style: { italic: true } },
      { type: 'text', text: ' ' },
      { type: 'emoji', name: 'tada' },
    ])
  })

  test('lines of one section', () => {
    expect(leaves('one\ntwo').map((leaf) => ('text' in leaf ? leaf.text : ''))).toEqual(['one', '\n', 'two'])
  })
})

test.each([
  'plain',
  '*bold* and `code` and ~gone~',
  'two\nlines :rocket:',
  'see <https://a.test/|the run> of <@U1>',
])('"%s" comes back as it was typed', (typed) => expect(typedOf(richOf(typed))).toBe(typed))

test('a list is typed as its lines', () => {
  const item = (text: string) => ({
    type: 'rich_text_section' as const,
    elements: [{ type: 'text' as const, text }],
  })
  const list = { type: 'rich_text_list' as const, style: 'bullet' as const, elements: [item('a'), item('b')] }
  expect(typedOf({ type: 'rich_text', elements: [list] })).toBe('a\nb')
})
