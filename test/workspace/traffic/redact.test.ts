import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redacted } from './redact.ts'

test.each([
  ['xoxb-T1-0123abc', 'xoxb-…'],
  ['Bearer xapp-1-A1-b.c, twice xoxp-1', 'Bearer xapp-…, twice xoxp-…'],
  ['xoxe.xoxb-1-abc', 'xoxe.xoxb-…'],
  ['boxing-day', 'boxing-day'],
  ['{"token":"t","text":"[see"}', { token: '…', text: '[see' }],
  ['[not json', '[not json'],
])('%s becomes %o', (text, shown) => expect(redacted(text)).toEqual(shown))

test('no token is left wherever it stands', () => {
  const anywhere = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string().map((before) => `${before} xoxb-T1-0123abc`),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value')),
      tie('value').map((inner) => JSON.stringify(inner)),
    ),
  })).value
  fc.assert(fc.property(anywhere, (value) => !JSON.stringify(redacted(value)).includes('0123abc')))
})

test('a text without an end is cut, and says by how much', () => {
  expect(redacted('a'.repeat(1600))).toBe(`${'a'.repeat(1500)}… (100 letters more)`)
})
