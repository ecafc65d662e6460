import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrubber } from '../../src/operation/scrub.ts'

const scrub = scrubber()

describe('what Slack and PostgreSQL keep secret is taken out by its look', () => {
  test.each([
    ['a bot token', 'token xoxb-1-abc-DEF refused', 'token [secret] refused'],
    ['an app token', '"xapp-1-A0-9-f00"', '"[secret]"'],
    ['a header', 'Authorization: Bearer abc.def', 'Authorization: Bearer [secret]'],
    ['a response URL', 'to https://hooks.slack.com/commands/T1/2/x9 it', 'to [secret] it'],
    ['one of a local workspace', 'http://127.0.0.1:80/actions/T1/2/x9', '[secret]'],
    ['a trigger id', '13345224609.738474920.8088930838d88f008e0', '[secret]'],
    [
      'a socket’s ticket',
      'wss://slack.example/link/?ticket=f00&app_id=1',
      'wss://slack.example/link/?ticket=[secret]&app_id=1',
    ],
    ['a database password', 'postgres://rm:hunter2@db:5432/x', 'postgres://rm:[secret]@db:5432/x'],
    [
      'a field that is called so, however deep',
      '{"a":{"password":"hun\\"ter"}}',
      '{"a":{"password":"[secret]"}}',
    ],
  ])('%s', (_, written, seen) => {
    expect(scrub(written)).toBe(seen)
  })

  test.each([
    '{"ts":"1764590460.000100","at":"https://git.example.com/app/1","ref":"7F3K","mail":"a@b.c"}',
    'such as postgres://user:…@host/shipshape',
  ])('and nothing else: %s', (line) => {
    expect(scrub(line)).toBe(line)
  })

  test('and of what is known to be secret nothing so short that lines could no more be read', () => {
    const line = '{"ms":12,"at":"postgres://ship:12@db/x"}'
    expect(scrubber(['12'])(line)).toBe('{"ms":12,"at":"postgres://ship:[secret]@db/x"}')
  })
})

test('what is known to be secret never comes through, whatever it looks like and however it is spelt', () => {
  const known = fc.string({ minLength: 8, unit: 'grapheme-ascii' }).filter((one) => !'[secret]'.includes(one))
  fc.assert(
    fc.property(known, fc.string(), (kept, around) => {
      const clean = scrubber([kept])
      for (const line of [around + kept, JSON.stringify({ kept }), encodeURIComponent(kept)]) {
        expect(clean(line)).not.toContain(kept)
        expect(clean(line)).not.toContain(encodeURIComponent(kept))
      }
    }),
  )
})
