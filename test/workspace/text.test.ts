import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workspace } from './small/start.ts'
import { composed, composedMessage } from './text/compose.ts'
import { formatDate } from './text/dates.ts'
import { displayed, unformatted } from './text/display.ts'
import { decode, encode } from './text/tokens.ts'

const TUESDAY_16_00_BERLIN = Date.UTC(2026, 11, 1, 15) / 1000

describe('a date token', () => {
  const now = Date.UTC(2026, 10, 30, 12)
  test.each([
    ['{date_num} {time}', 'Europe/Berlin', '2026-12-01 16:00'],
    ['{date_num} {time}', 'America/New_York', '2026-12-01 10:00'],
    ['{date_short_pretty} at {time}', 'Europe/Berlin', 'Tomorrow at 16:00'],
    ['\u200b{date_short_pretty} at {time}', 'Europe/Berlin', 'tomorrow at 16:00'],
    ['opens {date_pretty}', 'Asia/Tokyo', 'opens December 2nd'],
    ['{date_long}', 'Europe/Berlin', 'Tuesday, December 1st'],
    ['{date_long_full}', 'Europe/Berlin', 'December 1, 2026'],
    ['{date_slash} {time_secs}', 'UTC', '01/12/2026 15:00:00'],
    ['{ago}', 'UTC', 'in 1 day'],
    ['{nonsense}', 'UTC', '{nonsense}'],
  ])('%s in %s', (format, zone, shown) => {
    expect(formatDate(format, TUESDAY_16_00_BERLIN, zone, now)).toBe(shown)
  })

  test('names the year when it is far away', () => {
    expect(formatDate('{date_short}', TUESDAY_16_00_BERLIN, 'UTC', Date.UTC(2024, 0))).toBe('Dec 1, 2026')
  })
})

describe('mrkdwn as a reader sees it', () => {
  test.each([
    ['*bold* and _italic_ and ~gone~', 'bold and italic and gone'],
    ['*a b* (*c*), *d*.', 'a b (c), d.'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['`*code*` stays', '*code* stays'],
    ['<@U0BO> <!subteam^S0KEEPERS> <#C0PIER> <!here>', '@bo @keepers #pier @here'],
    ['<https://a.example|the log> <https://b.example>', 'the log https://b.example'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    [`<!date^${TUESDAY_16_00_BERLIN}^{date_num} {time}|Tue>`, '2026-12-01 10:00'],
    ['<!date^soon^{time}|Tue, 16:00>', 'Tue, 16:00'],
    ['<@U0NOBODY>', '@unknown'],
  ])('%s', async (mrkdwn, shown) => {
    const slack = await workspace()
    expect(displayed(slack.as('bo').reader, mrkdwn)).toBe(shown)
  })
})

test('text without marks is displayed as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/[*_~`]/.test(text)),
      (text) => unformatted(text) === text,
    ),
  )
})

test('what is encoded decodes to itself', () => {
  fc.assert(fc.property(fc.string(), (text) => decode(encode(text)) === text))
})

describe('what a person types goes out as', () => {
  test.each([
    ['@bo.', '<@U0BO>.'],
    ['@bob', '@bob'],
    ['mail bo@harbour.example', 'mail bo@harbour.example'],
    ['@keepers @here #pier #nowhere', '<!subteam^S0KEEPERS> <!here> <#C0PIER|pier> #nowhere'],
    ['see https://a.example/x?a=1&b=2, ok', 'see <https://a.example/x?a=1&amp;b=2>, ok'],
    ['<!channel> & <@U0BO>', '&lt;!channel&gt; &amp; &lt;@U0BO&gt;'],
  ])('%s', async (typed, wire) => {
    const { world } = await workspace()
    expect(composed(world, typed)).toBe(wire)
  })
})

describe('emoji that a person types go out by name', () => {
  test.each([
    ['done :tada:', 'done :tada:', { type: 'emoji', name: 'tada' }],
    ['done 🎉', 'done :tada:', { type: 'emoji', name: 'tada' }],
    ['👍🏽', ':+1::skin-tone-4:', { type: 'emoji', name: '+1', skin_tone: 4 }],
    ['❤', ':heart:', { type: 'emoji', name: 'heart' }],
    ['👩‍👩‍👧', '👩‍👩‍👧', { type: 'text', text: '👩‍👩‍👧' }],
    ['at 10:30:00', 'at 10:30:00', { type: 'text', text: 'at 10:30:00' }],
  ])('%s', async (typed, wire, leaf) => {
    const { world } = await workspace()
    const { text, blocks } = composedMessage(world, typed)
    expect(text).toBe(wire)
    expect(blocks[0]?.elements[0]?.elements.at(-1)).toEqual(leaf)
  })
})
