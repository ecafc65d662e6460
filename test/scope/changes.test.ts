import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsOf, lineOf, pagesOf, parseChanges } from '../../src/scope/changes.ts'
import { type Change, changeKinds, numbered } from '../../src/scope/scope.ts'
import { refusal } from '../given.ts'

describe('changes are read as people list them', () => {
  test.each<[line: string, change: Change]>([
    ['Refunds the same day', { kind: 'other', title: 'Refunds the same day', link: null }],
    ['feature: Refunds the same day', { kind: 'feature', title: 'Refunds the same day', link: null }],
    ['feat(api)!: refunds', { kind: 'feature', title: 'refunds', link: null }],
    ['- Fix: paid twice https://t/812', { kind: 'fix', title: 'paid twice', link: 'https://t/812' }],
    ['• chore: bump deps (https://t/9).', { kind: 'internal', title: 'bump deps', link: 'https://t/9' }],
    ['https://t/7 Totals agree', { kind: 'other', title: 'Totals agree', link: 'https://t/7' }],
    ['https://t/7', { kind: 'other', title: 'https://t/7', link: 'https://t/7' }],
    ['See https://t/7 for more', { kind: 'other', title: 'See https://t/7 for more', link: null }],
    ['note: nothing to see', { kind: 'other', title: 'note: nothing to see', link: null }],
    ['other: fix: the docs', { kind: 'other', title: 'fix: the docs', link: null }],
    ['Fix the login', { kind: 'other', title: 'Fix the login', link: null }],
  ])('%s', (line, change) => {
    expect(parseChanges(line)).toEqual([change])
  })

  test('empty lines are nothing', () => {
    expect(parseChanges('\n feature: a \r\n\n  \nb\n')).toHaveLength(2)
  })

  test('a line that is too long is named, and nothing is cut', () => {
    const words = refusal(() => parseChanges(`fix: a\n${'b'.repeat(1001)}`))
    expect(words).toBe('Line 2 has 1001 characters; a change is one line of at most 1000.')
  })
})

const anyLine = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom('', '- ', 'fix: ', 'feat(x): ', 'other: ', 'chore!: ', '• '),
      fc.string({ maxLength: 40 }),
      fc.constantFrom('', ' https://t/1', ' (https://t/2)', ' https://t/a https://t/b'),
    )
    .map((parts) => parts.join('')),
)

test('whatever was read is written so that it is read the same', () => {
  fc.assert(
    fc.property(fc.array(anyLine), (written) => {
      const changes = parseChanges(written.join('\n'))
      expect(parseChanges(changes.map(lineOf).join('\n'))).toEqual(changes)
    }),
  )
})

describe('pages', () => {
  const anyChange: fc.Arbitrary<Change> = fc.record({
    kind: fc.constantFrom(...changeKinds),
    title: fc.string({ minLength: 1, maxLength: 900 }),
    link: fc.constantFrom(null, `https://t/${'x'.repeat(90)}`),
  })

  test('hold every change once, in order, and fit an input of Slack', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 60 }), (changes) => {
        const pages = pagesOf(numbered(changes))
        expect(pages.flat()).toEqual(numbered(changes))
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(12)
          expect(page.map(lineOf).join('\n').length).toBeLessThanOrEqual(3000)
        }
      }),
    )
  })

  test('of three hundred changes are twenty-five', () => {
    const changes = Array.from(
      { length: 300 },
      (_, i): Change => ({ kind: 'fix', title: `change ${i}`, link: null }),
    )
    expect(pagesOf(numbered(changes))).toHaveLength(25)
  })
})

test('counts leave out kinds that do not occur', () => {
  const changes = parseChanges('feature: a\nfix: b\nfix: c')
  expect(countsOf(changes)).toEqual([
    { kind: 'feature', count: 1 },
    { kind: 'fix', count: 2 },
  ])
})
