import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ballot, readBallot, readCondition, takeRole } from '../../src/slack/ballot.ts'
import { nasty } from './nasty.ts'

const roles = ['security', 'release operations', 'quality']
const isRole = (name: string) => roles.includes(name.toLowerCase())
const go: Ballot = { kind: 'go' }
const none: Ballot = { kind: 'none' }
const noGo = (reason?: string): Ballot =>
  reason === undefined ? { kind: 'no-go' } : { kind: 'no-go', reason }
const ask = (like: 'go' | 'no-go' | 'abstain', note: string): Ballot => ({ kind: 'ask', like, note })

describe('a reply that is a ballot, the whole of it', () => {
  test.each<[string, Ballot]>([
    ['go', go],
    ['Go.', go],
    ['GO!', go],
    ['  go \n', go],
    ['*go*', go],
    ['+1', go],
    ['no-go: checkout is red', noGo('checkout is red')],
    ['No–go, checkout is red.', noGo('checkout is red.')],
    ['no go because token in the logs', noGo('token in the logs')],
    ['NOGO - “token in the logs”', noGo('token in the logs')],
    ['no-go checkout is red', noGo('checkout is red')],
    ['*no-go*: checkout is red', noGo('checkout is red')],
    ['no-go: checkout is red\nand staging too', noGo('checkout is red\nand staging too')],
    ['no-go: who has tested checkout?', noGo('who has tested checkout?')],
    ['no-go -5 % conversions', noGo('-5 % conversions')],
    ['no-go: the go-live checklist is missing', noGo('the go-live checklist is missing')],
    ["no-go: refunds don't go through", noGo("refunds don't go through")],
    ['-1 checkout is red', noGo('checkout is red')],
    ['−1: checkout is red', noGo('checkout is red')],
    ['no-go', noGo()],
    ['no-go:', noGo()],
    ['no-go because', noGo()],
    ['-1', noGo()],
    ['go if load test green by 10:00', { kind: 'go-if', what: 'load test green', by: '10:00' }],
    ['Go, if “load test green” by Tue 10:00', { kind: 'go-if', what: 'load test green', by: 'Tue 10:00' }],
    ['+1 if signed by finance by tue', { kind: 'go-if', what: 'signed by finance', by: 'tue' }],
    ['go if the load test is green', { kind: 'go-if', what: 'the load test is green' }],
    ['abstain', { kind: 'abstain' }],
    ['Abstaining: I wrote it', { kind: 'abstain', reason: 'I wrote it' }],
    ['go for Security', { kind: 'go', role: 'Security' }],
    ['go for release operations.', { kind: 'go', role: 'release operations' }],
    ['no-go for Quality: checkout is red', { kind: 'no-go', reason: 'checkout is red', role: 'Quality' }],
    ['go for quality if green by 10:00', { kind: 'go-if', what: 'green', by: '10:00', role: 'quality' }],
  ])('%j', (reply, ballot) => {
    expect(readBallot(reply, isRole)).toEqual(ballot)
  })
})

describe('a reply that begins like a ballot but is not only that is asked about', () => {
  test.each<[string, Ballot]>([
    ['go but only after the fix', ask('go', 'but only after the fix')],
    ['go, thanks all', ask('go', 'thanks all')],
    ['go?', ask('go', '?')],
    ['go for it', ask('go', 'for it')],
    ['Go to the dashboard', ask('go', 'to the dashboard')],
    ['go\nno-go: checkout is red', ask('go', 'no-go: checkout is red')],
    ['go if green, no-go otherwise', ask('go', 'if green, no-go otherwise')],
    ['no-go: checkout is red\ngo', ask('no-go', 'checkout is red\ngo')],
    ['no-go for checkout, go for payments', ask('no-go', 'for checkout, go for payments')],
    ['no-go?', ask('no-go', '?')],
    ['no-go really?', ask('no-go', 'really?')],
    ['no-go if the load test fails', ask('no-go', 'if the load test fails')],
    ['no-go would be silly', ask('no-go', 'would be silly')],
    ['-1 or +1', ask('no-go', 'or +1')],
    [':+1:', ask('go', '')],
    [':+1::skin-tone-3: nice', ask('go', 'nice')],
    ['👎 logs', ask('no-go', 'logs')],
    ['I abstain', ask('abstain', '')],
    ['my vote is no-go: logs', ask('no-go', 'logs')],
    ['@rm go', ask('go', '')],
  ])('%j', (reply, ballot) => {
    expect(readBallot(reply, isRole)).toEqual(ballot)
  })
})

describe('a reply that is no ballot', () => {
  test.each([
    '',
    'nice work',
    'going home',
    'golang is fine',
    'No, go ahead without me',
    'no going back now',
    'go-live is at 16:00',
    '+10 points',
    '-1.5 % errors',
    '-1 % errors',
    'who says go?',
    '> go',
    '> go\nwhat does that mean?',
    '>>> no-go: logs\nand more',
  ])('%j', (reply) => {
    expect(readBallot(reply, isRole)).toEqual(none)
  })
})

describe('quoted lines are not ours', () => {
  test('what stands under the quote counts', () => {
    expect(readBallot('> go\nno-go: logs')).toEqual(noGo('logs'))
    expect(readBallot('no-go: logs\n> go')).toEqual(noGo('logs'))
    expect(readBallot('go\n>>> no-go: logs\nno-go')).toEqual(go)
  })
})

describe('however it is typed', () => {
  const anyCase = (word: string) =>
    fc
      .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
      .map((upper) =>
        [...word].map((letter, place) => (upper[place] ? letter.toUpperCase() : letter)).join(''),
      )
  const dash = fc.constantFrom('-', '‐', '‑', '‒', '–', '—', '−', ' ', '')
  const space = fc.constantFrom(' ', '  ', '\t', '\u00A0')
  const tie = fc.constantFrom(':', ': ', ', ', ' - ', ' – ', ' because ', '\n', ' ')
  const quotes = fc.constantFrom(['', ''], ['"', '"'], ['“', '”'], ['«', '»'], ["'", "'"], ['‘', '’'])

  test('a no-go reads the same', () => {
    fc.assert(
      fc.property(
        anyCase('no'),
        dash,
        anyCase('go'),
        tie,
        quotes,
        space,
        (no, between, word, tied, [open, close], end) => {
          expect(readBallot(`${no}${between}${word}${tied}${open}checkout is red${close}${end}`)).toEqual(
            noGo('checkout is red'),
          )
        },
      ),
    )
  })

  test('whatever somebody replies, reading it does not fail, and a counted reason is in the reply', () => {
    const reply = fc.array(
      fc.oneof(nasty, fc.constantFrom('go', 'no-go', '+1', ' if ', ' by ', ' for ', '\n', ': ')),
    )
    fc.assert(
      fc.property(
        reply.map((parts) => parts.join('')),
        (text) => {
          const ballot = readBallot(text, isRole)
          if (ballot.kind === 'no-go' && ballot.reason !== undefined && !text.includes('\n')) {
            expect(text).toContain(ballot.reason)
          }
        },
      ),
    )
  })
})

test.each([
  ['if load test green by 10:00', { what: 'load test green', by: '10:00' }],
  ['IF green, by tue 10:00', { what: 'green', by: 'tue 10:00' }],
  ['if green', { what: 'green' }],
  ['iffy', undefined],
  ['if ', undefined],
  ['finance is ready', undefined],
])('the condition in %j', (text, condition) => {
  expect(readCondition(text)).toEqual(condition)
})

test.each([
  ['for Security token in the logs', { role: 'Security', rest: 'token in the logs' }],
  ['for Release Operations: logs', { role: 'Release Operations', rest: ': logs' }],
  ['for now', { rest: 'for now' }],
  ['checkout is red', { rest: 'checkout is red' }],
])('the role in %j', (text, taken) => {
  expect(takeRole(text, isRole)).toEqual(taken)
})
