import { describe, expect, test } from 'vitest'
import { readAddress, writeAddress } from './address.ts'
import { placeOf } from './links.ts'

const origin = 'http://127.0.0.1:4000'

describe('a window’s address', () => {
  test.each([
    { as: 'U1', place: '' },
    { as: 'U1', place: 'home' },
    { as: 'U2', place: 'C1', thread: '1780000000.000100' },
    { as: 'U2', place: 'C1', message: '1780000000.000100' },
  ])('comes back as it was written: %o', (address) => {
    expect(readAddress(origin + writeAddress(address))).toMatchObject(address)
  })

  test('may be a permalink, of nobody in particular', () => {
    expect(readAddress(`${origin}/archives/C1/p1780000000000100`)).toMatchObject({
      as: '',
      place: 'C1',
      message: '1780000000.000100',
    })
  })
})

describe('a link', () => {
  test.each([
    ['https://harbour.slack.com/archives/C1', { place: 'C1' }],
    [
      'https://harbour.slack.com/archives/C1/p1780000000000100',
      { place: 'C1', message: '1780000000.000100' },
    ],
    [
      'https://x.slack.com/archives/C1/p1780000000000200?thread_ts=1780000000.000100&cid=C1',
      { place: 'C1', message: '1780000000.000200', thread: '1780000000.000100' },
    ],
    ['https://slack.com/app_redirect?team=T1&channel=C1', { place: 'C1' }],
    ['slack://channel?team=T1&id=C1', { place: 'C1' }],
    ['slack://app?team=T1&id=A1&tab=home', { place: 'home' }],
  ])('%s opens here', (url, place) => expect(placeOf(url)).toMatchObject(place))

  test.each(['https://ci.test/812', 'https://a.test/archives/2026', 'mailto:a@b.test'])(
    '%s does not',
    (url) => {
      expect(placeOf(url)).toBeNull()
    },
  )
})
