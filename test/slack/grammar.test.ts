import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstNumber,
  readCommand,
  readPercent,
  splitBecause,
  suggest,
  takeKey,
} from '../../src/slack/grammar.ts'
import { firstWord, kindly, meant, unquoted, wordsOf } from '../../src/slack/kindly.ts'
import { nasty } from './nasty.ts'

const known = [
  { word: 'status' },
  { word: 'go', synonyms: ['+1'] },
  { word: 'no-go', synonyms: ['-1'] },
  { word: 'hold', synonyms: ['stop'] },
  { word: 'rollback' },
  { word: 'move', synonyms: ['date'] },
]

describe('a command is read kindly', () => {
  test.each([
    ['status', 'status', ''],
    ['STATUS.', 'status', ''],
    [' “Status” ', 'status', ''],
    ['stop refund errors', 'hold', 'refund errors'],
    ['no-go checkout is red.', 'no-go', 'checkout is red.'],
    ['No–go checkout is red', 'no-go', 'checkout is red'],
    ['no go checkout is red', 'no-go', 'checkout is red'],
    ['nogo: checkout', 'no-go', 'checkout'],
    ['−1 Checkout  is\nred', 'no-go', 'Checkout  is\nred'],
    ['+1', 'go', ''],
    ['roll back a refund was paid twice', 'rollback', 'a refund was paid twice'],
    ['payments-2.4.0 status', 'status', 'payments-2.4.0'],
    ['Payments-2.4.0 no go red', 'no-go', 'payments-2.4.0 red'],
    ['status payments-2.4.0', 'status', 'payments-2.4.0'],
    ['stauts payments', 'stauts', 'payments'],
    ['stauts go', 'stauts', 'go'],
    ['payments-2.4.0 stauts', 'stauts', 'payments-2.4.0'],
    ['payments-2.4.0', 'payments-2.4.0', ''],
    ['', '', ''],
  ])('%j is %s with %j', (typed, word, rest) => {
    expect(readCommand(typed, known)).toEqual({ word, rest, tokens: wordsOf(rest) })
  })

  test('its tokens are as they are meant: full stops go at the end only', () => {
    expect(readCommand('move Payments-2.4.0. “Tue” 16:00, https://CI.example/a.b.', known).tokens).toEqual([
      'payments-2.4.0',
      'tue',
      '16:00',
      'https://ci.example/a.b',
    ])
  })

  test('any case, dash, quote and space reads the same', () => {
    const dash = fc.constantFrom('-', '‐', '‑', '–', '—', '−', ' ', '')
    const quote = fc.constantFrom('', '"', '“', '„', "'", '’')
    const space = fc.constantFrom(' ', '  ', '\n', '\u00A0', '\t')
    const end = fc.constantFrom('', '.', ':', '!')
    fc.assert(
      fc.property(dash, quote, space, end, fc.boolean(), (between, mark, gap, stop, upper) => {
        const word = `no${between}go${stop}`
        const typed = `${gap}${mark}${upper ? word.toUpperCase() : word}${mark}${gap}checkout is red`
        expect(readCommand(typed, known)).toMatchObject({ word: 'no-go', rest: 'checkout is red' })
      }),
    )
  })

  test('whatever is typed, nothing fails and nothing is lost', () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        const { rest } = readCommand(typed, known)
        expect(typed.trim().toLowerCase().endsWith(rest.toLowerCase())).toBe(true)
        splitBecause(typed)
        firstNumber(typed)
        readPercent(typed)
        takeKey(typed, () => true)
        suggest(typed, ['status'])
        expect(kindly(typed)).toHaveLength(typed.length)
      }),
    )
  })
})

describe('a misspelt word is recognised', () => {
  const words = known.map(({ word }) => word)
  test.each([
    ['stauts', 'status'],
    ['stat', 'status'],
    ['Holt.', 'hold'],
    ['mvoe', 'move'],
    ['rolback', 'rollback'],
    ['gp', 'go'],
    ['banana', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%s: %s', (typed, word) => {
    expect(suggest(typed, words)).toBe(word)
  })
})

describe('the reason', () => {
  test.each([
    ['thu 16:00 because load test late', { head: 'thu 16:00', because: 'load test late' }],
    ['thu 16:00, BECAUSE: “load test late.”', { head: 'thu 16:00,', because: 'load test late.' }],
    ['because refunds because of rules', { head: '', because: 'refunds because of rules' }],
    ['thu\nbecause it is\nlate', { head: 'thu', because: 'it is\nlate' }],
    ['thu 16:00', { head: 'thu 16:00' }],
    ['thu because ', { head: 'thu' }],
    ['just becauseof', { head: 'just becauseof' }],
  ])('in %j', (text, split) => {
    expect(splitBecause(text)).toEqual(split)
  })

  test.each([
    ['"all of it"', 'all of it'],
    ['“all” of it', '“all” of it'],
    ["'it's late'", "'it's late'"],
    ['""', ''],
  ])('quotes around the whole of %j are taken away', (text, reason) => {
    expect(unquoted(text)).toBe(reason)
  })
})

describe('the number on the card', () => {
  test.each([
    ['4 done https://ci/812', { number: 4, rest: 'done https://ci/812' }],
    ['#12. Done', { number: 12, rest: 'Done' }],
    ['Item 4: blocked', { number: 4, rest: 'blocked' }],
    ['4) done', { number: 4, rest: 'done' }],
    ['done 4', undefined],
    ['4be77d1', undefined],
    ['2.4.0', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('in %j', (text, found) => {
    expect(firstNumber(text)).toEqual(found)
  })
})

describe('the key of the release', () => {
  const isKey = (word: string) => word === 'payments-2.4.0' || word === 'ledger'
  test.each([
    ['Payments-2.4.0 thu 16:00', { key: 'payments-2.4.0', rest: 'thu 16:00' }],
    ['thu  16:00 payments-2.4.0.', { key: 'payments-2.4.0', rest: 'thu  16:00' }],
    ['ledger', { key: 'ledger', rest: '' }],
    ['payments–2.4.0 Now', { key: 'payments-2.4.0', rest: 'Now' }],
    ['thu 16:00', { rest: 'thu 16:00' }],
    ['tell payments-2.4.0 now', { rest: 'tell payments-2.4.0 now' }],
    [' ', { rest: '' }],
  ])('in %j', (text, taken) => {
    expect(takeKey(text, isKey)).toEqual(taken)
  })
})

describe('a share of users', () => {
  test.each([
    ['10%', { share: 10, rest: '' }],
    ['10 % because all is well', { share: 10, rest: 'because all is well' }],
    ['0,5 %', { share: 0.5, rest: '' }],
    ['2.5 percent.', { share: 2.5, rest: '' }],
    ['1\u00A0%, then', { share: 1, rest: 'then' }],
    ['0%', { share: 0, rest: '' }],
    ['100%', { share: 'everyone', rest: '' }],
    ['Everyone.', { share: 'everyone', rest: '' }],
    ['all payments-2.4.0', { share: 'everyone', rest: 'payments-2.4.0' }],
    ['next', { share: 'next', rest: '' }],
    ['101%', undefined],
    ['10', undefined],
    ['-5%', undefined],
    ['10%x', undefined],
    ['some', undefined],
    ['', undefined],
  ])('in %j', (text, said) => {
    expect(readPercent(text)).toEqual(said)
  })
})

describe('words', () => {
  test('are split at any space, with the rest as it was typed', () => {
    expect(firstWord(' 4 \n Done  Now ')).toEqual({ word: '4', rest: 'Done  Now' })
  })

  test('keep what is only punctuation', () => {
    expect(meant('...')).toBe('...')
  })
})
