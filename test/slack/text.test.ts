import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bold,
  channelLink,
  clip,
  isEmpty,
  joined,
  lines,
  link,
  md,
  mention,
  mentionGroup,
  quoted,
} from '../../src/slack/text.ts'
import { nasty } from './nasty.ts'
import { readAsSlack, seen } from './slack-reader.ts'

const asTyped: Record<string, string> = { '∗': '*', ˍ: '_', '∼': '~', ˋ: '`', '﹡': '＊', '⸏': '＿' }
const withoutLookAlikes = (text: string) => text.replace(/[∗ˍ∼ˋ﹡⸏]/g, (c) => asTyped[c] ?? c)
const folded = (text: string) =>
  withoutLookAlikes(text.toWellFormed())
    .replaceAll('｀', '`')
    .replace(/\s+/g, ' ')
    .replace(
      /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu,
      '',
    )

describe("somebody's words inside ours", () => {
  test('our mrkdwn formats, theirs does not', () => {
    expect(md`*${'pay*ments*'}* is ${3} of ${9}`.mrkdwn).toBe('*pay∗ments∗* is 3 of 9')
  })

  test.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['_soon_ ~never~ `now`', 'ˍsoonˍ ∼never∼ ˋnowˋ'],
    ['ledger_v2_final and _x', 'ledger_v2_final and ˍx'],
    ['one\ntwo\r\n\u2028three', 'one two three'],
    ['ask @here, @Channel', 'ask @\u2060here, @\u2060Channel'],
    ['mail rm@mail.example', 'mail rm@mail.example'],
    ['see #general and PR #12', 'see #\u2060general and PR #12'],
    ['> not a quote', '\u00AD&gt; not a quote'],
    ['abc\u202Etxt.exe', 'abctxt.exe'],
    ['a\u0000\u0007\u200Bb', 'ab'],
    ['שלום', '\u2068שלום\u2069'],
    ['half \uD83D', 'half \uFFFD'],
    ['👩‍👩‍👧 ok', '👩‍👩‍👧 ok'],
  ])('%j is shown as %j', (typed, mrkdwn) => {
    expect(md`${typed}`.mrkdwn).toBe(mrkdwn)
  })

  test('whatever somebody types formats nothing, links nothing, pings nobody and stays on its line', () => {
    fc.assert(
      fc.property(nasty, nasty, (typed, more) => {
        for (const text of [md`${typed}`, md`by ${typed}: ${more}`, quoted(typed), quoted(typed, 10)]) {
          expect(readAsSlack(text.mrkdwn)).toEqual({ tokens: [], formatted: [], pings: [], quotes: false })
          expect(text.mrkdwn).not.toMatch(/[\n\u202A-\u202E\u2066\u2067\p{Cs}]/u)
        }
      }),
    )
  })

  test('and everything that can be seen of it is still seen', () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        expect(withoutLookAlikes(seen(md`${typed}`.mrkdwn))).toBe(folded(typed))
      }),
    )
  })

  test('nothing is shown as nothing, and parts made before are taken as they are', () => {
    expect(md`a${undefined}${null}${false}b${[md`*c*`, md`d`]}${md`_e_`}`.mrkdwn).toBe('ab*c*d_e_')
    expect(isEmpty(md` ${''}`)).toBe(true)
    expect(isEmpty(md`a`)).toBe(false)
  })
})

describe('bold', () => {
  test.each([
    [bold('a*b'), '*a∗b*'],
    [bold(md`${'x'} *opens*  `), '*x opens*'],
    [bold(md`one\n\n two`), '*one*\n\n*two*'],
    [bold(md`see ${link('https://ci.example/*1*', 'build')}`), '*see <https://ci.example/*1*|build>*'],
    [bold(''), ''],
  ])('%o', (text, mrkdwn) => {
    expect(text.mrkdwn).toBe(mrkdwn)
  })
})

describe('quotes', () => {
  test('words stand in quotes, without the space around them', () => {
    expect(quoted(' token in the logs\n').mrkdwn).toBe('"token in the logs"')
  })

  test('long ones are cut at 140 characters', () => {
    expect(quoted('a'.repeat(140)).mrkdwn).toBe(`"${'a'.repeat(140)}"`)
    expect(quoted('a'.repeat(141)).mrkdwn).toBe(`"${'a'.repeat(139)}…"`)
    expect(quoted('a'.repeat(5000)).mrkdwn).toHaveLength(142)
  })

  test('never inside an entity or a letter, and right-to-left text ends with the quote', () => {
    expect(quoted('<<<<', 11).mrkdwn).toBe('"&lt;&lt;…"')
    expect(quoted('👩‍👩‍👧👩‍👩‍👧', 12).mrkdwn).toBe('"👩‍👩‍👧…"')
    expect(quoted('ש'.repeat(20), 10).mrkdwn).toBe(`"\u2068${'ש'.repeat(7)}…\u2069"`)
    expect(quoted(`a${'\u0301'.repeat(5000)}`).mrkdwn).toBe('"…"')
  })
})

describe('clipping', () => {
  test('formatting is closed again', () => {
    expect(clip(md`*bold words* here`, 9).mrkdwn).toBe('*bold w…*')
    expect(clip(md`*one*\n*two three*`, 13).mrkdwn).toBe('*one*\n*two…*')
    expect(clip(md`_see ledger_v2 now_`, 16).mrkdwn).toBe('_see ledger_v2…_')
    expect(clip(md`see ledger_v2`, 12).mrkdwn).toBe('see ledger_…')
  })

  test('a token is kept whole or left out', () => {
    expect(clip(md`ask ${mention('U123')} now`, 12).mrkdwn).toBe('ask <@U123>…')
    expect(clip(md`ask ${mention('U123')} now`, 11).mrkdwn).toBe('ask…')
  })

  test('whatever is cut stays within the limit and is as well formed as before', () => {
    const piece = fc.oneof(
      nasty.map((typed) => md`${typed}`),
      nasty.map((typed) => bold(typed)),
      nasty.map((typed) => link('https://ci.example/?a=1&b=2', typed)),
      fc.constantFrom(mention('U1'), md`_so_`, md`\n`, md` · `),
    )
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 1, max: 300 }), (pieces, max) => {
        const whole = md`${pieces}`.mrkdwn
        const cut = clip(md`${pieces}`, max).mrkdwn
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut.replace(/<[^<>]*>|&(amp|lt|gt);/g, '')).not.toMatch(/[<>&]/)
        expect(cut.isWellFormed()).toBe(true)
        expect(cut.split('\u2068')).toHaveLength(cut.split('\u2069').length)
        for (const token of readAsSlack(cut).tokens) expect(whole).toContain(token)
        expect(readAsSlack(cut).pings).toEqual([])
      }),
    )
  })
})

describe('several facts', () => {
  test('on one line, without the empty ones', () => {
    expect(joined(['a', undefined, md``, md`*b*`, false, 3]).mrkdwn).toBe('a · *b* · 3')
    expect(joined(['a', 'b'], ', ').mrkdwn).toBe('a, b')
  })

  test('on lines of their own, without the empty ones', () => {
    expect(lines('a', '', [md`b`, md`c`], null).mrkdwn).toBe('a\nb\nc')
  })
})

describe('mentions and links', () => {
  test('a mention is real', () => {
    expect(mention('U1A').mrkdwn).toBe('<@U1A>')
    expect(mentionGroup('S1').mrkdwn).toBe('<!subteam^S1>')
    expect(channelLink('C1').mrkdwn).toBe('<#C1>')
  })

  test('what is no id pings nobody', () => {
    expect(readAsSlack(mention('U1> <!here').mrkdwn).tokens).toEqual([])
  })

  test.each([
    ['https://ci.example/812', 'CI', '<https://ci.example/812|CI>'],
    ['https://ci.example/?a=1&b=<2>|3', 'a|b>c', '<https://ci.example/?a=1&amp;b=%3C2%3E%7C3|a|b&gt;c>'],
    ['https://ci.example/', '', '<https://ci.example/|https://ci.example/>'],
    ['javascript:alert(1)', 'CI', 'CI'],
    ['slack://open', '<!here>', '&lt;!here&gt;'],
    ['staging is down', 'note', 'note'],
  ])('%s as %j', (address, label, mrkdwn) => {
    expect(link(address, label).mrkdwn).toBe(mrkdwn)
  })
})
