import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Inline } from './inline.ts'
import { parseInline, parseMrkdwn } from './mrkdwn.ts'

const plain = (text: string): Inline => ({ type: 'plain', text })

describe('marks', () => {
  test.each([
    ['*x*', 'bold'],
    ['_x_', 'italic'],
    ['~x~', 'strike'],
  ])('%s is %s', (text, type) => {
    expect(parseInline(text)).toEqual([{ type, children: [plain('x')] }])
  })

  test('nest', () => {
    expect(parseInline('*a _b_*')).toEqual([
      { type: 'bold', children: [plain('a '), { type: 'italic', children: [plain('b')] }] },
    ])
  })

  test.each(['a*b*c', 'snake_case_name', '2 * 3 * 4', '* x*', '*x *', '**', 'a * b', '*never closed'])(
    'are left alone in %s',
    (text) => expect(parseInline(text)).toEqual([plain(text)]),
  )

  test('mean nothing inside code', () => {
    expect(parseInline('`*x* <@U1>`')).toEqual([{ type: 'code', text: '*x* <@U1>' }])
  })

  test('do not reach over a line', () => {
    expect(parseInline('*a\nb*')).toEqual([plain('*a'), { type: 'break' }, plain('b*')])
  })
})

describe('tokens', () => {
  test.each<[string, Inline]>([
    ['<@U1>', { type: 'person', id: 'U1' }],
    ['<@U1|rm>', { type: 'person', id: 'U1', label: 'rm' }],
    ['<#C1|releases>', { type: 'channel', id: 'C1', label: 'releases' }],
    ['<!subteam^S1>', { type: 'group', id: 'S1' }],
    ['<!here>', { type: 'broadcast', range: 'here' }],
    [
      '<https://a.test/?x=1&amp;y=2|a &lt;b&gt;>',
      { type: 'link', url: 'https://a.test/?x=1&y=2', label: 'a <b>' },
    ],
    ['<mailto:a@b.test>', { type: 'link', url: 'mailto:a@b.test', label: 'a@b.test' }],
    [
      '<!date^1780000000^{date_short} at {time}^https://a.test|then>',
      {
        type: 'date',
        unix: 1780000000,
        format: '{date_short} at {time}',
        fallback: 'then',
        link: 'https://a.test',
      },
    ],
  ])('%s', (text, node) => expect(parseInline(text)).toEqual([node]))

  test('a link that would run a script is only text', () => {
    expect(parseInline('<javascript:alert(1)|press>')).toEqual([plain('press')])
  })

  test('a date that is none shows its fallback', () => {
    expect(parseInline('<!date^soon^{date}|some day>')).toEqual([plain('some day')])
  })

  test('known emoji and unknown ones are both named', () => {
    expect(parseInline(':tada::x_y:')).toEqual([
      { type: 'emoji', name: 'tada' },
      { type: 'emoji', name: 'x_y' },
    ])
  })

  test('a time of day is no emoji', () => {
    expect(parseInline('10:30:45')).toEqual([plain('10:30:45')])
  })
})

describe('what Slack finds by itself', () => {
  test('bare links end before the full stop', () => {
    expect(parseInline('see https://a.test/b.')).toEqual([
      plain('see '),
      { type: 'link', url: 'https://a.test/b', label: 'https://a.test/b' },
      plain('.'),
    ])
  })

  test('@here and #name', () => {
    expect(parseInline('@here #releases')).toEqual([
      { type: 'broadcast', range: 'here' },
      plain(' '),
      { type: 'channelName', name: 'releases' },
    ])
  })

  test.each(['a@here.test', 'issue#5', '@heretic'])('but not within %s', (text) => {
    expect(parseInline(text)).toEqual([plain(text)])
  })

  test('and nothing at all in a verbatim text', () => {
    const text = '@here #releases https://a.test'
    expect(parseInline(text, true)).toEqual([plain(text)])
  })
})

describe('paragraphs', () => {
  test('quoted lines stand together', () => {
    const types = parseMrkdwn('before\n> one\n&gt; two\nafter').map(({ type }) => type)
    expect(types).toEqual(['text', 'quote', 'text'])
  })

  test('preformatted text keeps its marks and its lines', () => {
    expect(parseMrkdwn('a ```\n*x*\n y\n``` b')[1]).toEqual({ type: 'pre', children: [plain('*x*\n y')] })
  })

  test('an empty text has none', () => {
    expect(parseMrkdwn('')).toEqual([])
  })
})

describe('whatever is written', () => {
  test('escaped text comes back word for word', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[*_~`:\n]/.test(text)),
        (text) => {
          expect(parseInline(escaped(text), true)).toEqual(text ? [plain(text)] : [])
        },
      ),
    )
  })

  test('no text makes a link to anything but an address', () => {
    const schemes = fc.constantFrom('javascript:', 'data:', 'vbscript:', 'file:', 'JaVaScRiPt:')
    fc.assert(
      fc.property(schemes, fc.string(), (scheme, rest) => {
        const links = parseInline(`<${scheme}${rest}|x>`).filter(({ type }) => type === 'link')
        for (const link of links) expect(link).toMatchObject({ url: expect.stringMatching(/^https?:/) })
      }),
    )
  })
})
