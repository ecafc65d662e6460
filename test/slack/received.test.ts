import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { received, sentAgain } from '../../src/slack/received.ts'
import { nasty } from './nasty.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('what Slack sends in reads as it was typed', () => {
  test.each([
    ['4 give <@U1|rm>', '4 give @rm', { people: ['U1'] }],
    ['<@U1>, <@W2|qa> and <@U1>', '@rm, @qa and @rm', { people: ['U1', 'W2'] }],
    ['<@U9>', '@U9', { people: ['U9'] }],
    ['see <#C1|releases> and <#C2|>', 'see #releases and #C2', { channels: ['C1', 'C2'] }],
    ['<!subteam^S1|@qa>, <!subteam^S2>', '@qa, @S2', { groups: ['S1', 'S2'] }],
    ['<!here> <!channel|channel>', '@here @channel', {}],
    [
      'done <https://ci.example/812?a=1&amp;b=2>',
      'done https://ci.example/812?a=1&b=2',
      { links: ['https://ci.example/812?a=1&b=2'] },
    ],
    ['<http://ci.example|ci.example>', 'ci.example', { links: ['http://ci.example'] }],
    ['<http://ci.example/|ci.example/>', 'ci.example/', { links: ['http://ci.example/'] }],
    [
      'see <https://ci.example/1|the &amp; log>',
      'see the & log (https://ci.example/1)',
      { links: ['https://ci.example/1'] },
    ],
    ['<mailto:rm@ci.example|rm@ci.example>', 'rm@ci.example', {}],
    ['<!date^1796137200^{time}|16:00 Berlin>', '16:00 Berlin', {}],
    ['a &lt;@U1&gt; &amp;amp; b', 'a <@U1> &amp; b', {}],
    ['no-go: errors &gt; 5 %', 'no-go: errors > 5 %', {}],
  ])('%s', (sent, text, named) => {
    const nameOf = (person: string) => (person === 'U1' ? 'rm' : undefined)
    const nobody = { people: [], channels: [], groups: [], links: [] }
    expect(received(sent, nameOf)).toMatchObject({ ...nobody, ...named, text })
  })

  test('whatever somebody typed comes back as the same text and names nobody', () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        const nobody = { people: [], channels: [], groups: [], links: [] }
        expect(received(escaped(typed))).toEqual({ ...nobody, text: typed, tokens: [] })
      }),
    )
  })

  test('words of it, sent again by a button, name the same people and links', () => {
    const said = received('give <@U1|rm> &amp; <@U2|rm2> <https://ci.example/1> a &lt; b')
    const again = received(sentAgain('blocked @rm2, @rm & https://ci.example/1 a < b', said))
    expect(again).toMatchObject({
      text: 'blocked @rm2, @rm & https://ci.example/1 a < b',
      people: ['U2', 'U1'],
      links: ['https://ci.example/1'],
    })
  })

  test('and so does whatever else was typed', () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        expect(received(sentAgain(typed, received('')))).toMatchObject({ text: typed, people: [] })
      }),
    )
  })

  test('and whatever arrives is read without failing', () => {
    fc.assert(
      fc.property(nasty, (sent) => {
        expect(received(sent).text).toBeTypeOf('string')
      }),
    )
  })
})
