import { describe, expect, test } from 'vitest'
import { at, day, inPlace, when } from '../../src/slack/dates.ts'
import { plain } from '../../src/slack/plain.ts'
import { bold, channelLink, link, md, mention, quoted } from '../../src/slack/text.ts'

const target = new Date('2026-12-01T15:00:00.900Z')

describe('dates are tokens, so that everyone reads their own', () => {
  test.each([
    [
      when(target, 'Europe/Berlin'),
      '<!date^1796137200^\u200b{day_divider_pretty}, {time}|Tue 1 Dec, 16:00 Berlin>',
    ],
    [at(target, 'America/New_York'), '<!date^1796137200^{time}|10:00 New York>'],
    [day(target, 'Asia/Tokyo'), '<!date^1796137200^\u200b{day_divider_pretty}|Wed 2 Dec>'],
    [inPlace(target, 'Europe/Berlin'), 'in Berlin: Tue 16:00'],
  ])('%o', (text, mrkdwn) => {
    expect(text.mrkdwn).toBe(mrkdwn)
  })
})

describe('the notification text', () => {
  test('spells product time with its place and has no formatting', () => {
    const line = bold(md`${'payments-2.4.0'} opens ${when(target, 'Europe/Berlin')}`)
    expect(plain(line)).toBe('payments-2.4.0 opens Tue 1 Dec, 16:00 Berlin')
  })

  test("can be told in one person's zone", () => {
    const line = md`Closes ${when(target, 'Europe/Berlin')}, ${at(target, 'Europe/Berlin')}`
    expect(plain(line, 'America/New_York')).toBe('Closes Tue 1 Dec, 10:00 New York, 10:00 New York')
  })

  test('links are their label; mentions and channels stay, Slack shows their name', () => {
    const line = md`${mention('U1')} in ${channelLink('C1')}: ~no~ _${link('https://ci.example/_1_', 'build_812')}_`
    expect(plain(line)).toBe('<@U1> in <#C1>: no build_812')
  })

  test("people's words stay as harmless as they were", () => {
    expect(plain(md`rm: ${quoted('*hot* <!here> @here _x_ ledger_v2')}`)).toBe(
      'rm: "∗hot∗ &lt;!here&gt; @\u2060here ˍxˍ ledger_v2"',
    )
  })
})
