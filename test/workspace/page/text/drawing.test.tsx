import { describe, expect, test } from 'vitest'
import { channel, drawn, qa, state, wordsIn } from '../given.tsx'
import { Mrkdwn } from './Mrkdwn.tsx'
import { summaryOf } from './summary.ts'

const seen = (text: string, given = state()) => drawn(<Mrkdwn text={text} />, given)
const opening = Date.UTC(2026, 11, 1, 15, 0) / 1000
const date = `<!date^${opening}^{date_short_pretty} at {time}|Dec 1, 16:00 Berlin>`

describe('mentions', () => {
  test('people, groups and channels are named as Slack names them', () => {
    expect(wordsIn(seen('<@U1> <!subteam^S1> <#C1>'))).toBe('@rm @oncall #releases')
  })

  test('a mention of the reader is lit up, another’s is not', () => {
    expect(seen('<@U1>')).toContain('mention-me')
    expect(seen('<@U2>')).not.toContain('mention-me')
  })

  test('a channel that the reader cannot see stays unnamed', () => {
    expect(wordsIn(seen('<#C9|>'))).toBe('private channel')
  })

  test('a number sign makes a mention only of a channel that exists', () => {
    expect(seen('#releases')).toContain('<button')
    expect(seen('#5')).not.toContain('<button')
  })
})

describe('dates', () => {
  test('are told in the reader’s zone and from their today', () => {
    expect(wordsIn(seen(`opens ${date}`))).toBe('opens Tomorrow at 16:00')
    expect(wordsIn(seen(date, state({ me: qa })))).toBe('Tomorrow at 10:00')
  })

  test('carry the fallback for those who point at them', () => {
    expect(seen(date)).toContain('title="Dec 1, 16:00 Berlin"')
  })
})

describe('links', () => {
  test('open elsewhere', () => {
    expect(seen('<https://a.test|a>')).toContain('<a href="https://a.test" target="_blank"')
  })

  test('what somebody typed never becomes markup', () => {
    expect(seen('&lt;img src=x onerror=alert(1)&gt;')).toContain('&lt;img src=x')
  })
})

test('common emoji are characters, others keep their names', () => {
  expect(wordsIn(seen(':white_check_mark: :made_up:'))).toBe('✅ :made_up:')
})

test('a summary is the first line in bare words', () => {
  const given = state({ channels: [channel([])] })
  expect(summaryOf(`*Vote* by <@U2>, ${date}\nmore`, given)).toBe('Vote by @qa-lead, Tomorrow at 16:00')
})
