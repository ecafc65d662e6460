import { describe, expect, test } from 'vitest'
import { awayBy, foundIn, isToLookFor, type Listed } from '../../src/channels/home-away.ts'
import { drawAway, drawBack, drawOtherwise } from '../../src/channels/home-channel-view.ts'
import { berlin } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'

const one = (id: string, part: Partial<Listed> = {}): Listed => ({
  id,
  name: 'releases',
  archived: false,
  member: true,
  ...part,
})

describe('where the name of a home channel leads', () => {
  test.each([
    ['to the one that bears it', [one('C1'), one('C2', { name: 'other' })], { channel: 'C1', away: null }],
    [
      'to the new one after the old was archived',
      [one('C1', { archived: true }), one('C2')],
      { channel: 'C2', away: null },
    ],
    ['nowhere without an invitation', [one('C1', { member: false })], { channel: null, away: 'not invited' }],
    [
      'nowhere once it is archived',
      [one('C1', { archived: true, member: false })],
      { channel: null, away: 'archived' },
    ],
    [
      'nowhere when none is listed, as a private one',
      [one('C2', { name: 'other' })],
      { channel: null, away: 'missing' },
    ],
  ] as const)('%s', (_, listed, found) => {
    expect(foundIn(listed, 'releases')).toEqual(found)
  })

  test('a refusal tells why where the list does not', () => {
    expect(['is_archived', 'not_in_channel', 'channel_not_found'].map(awayBy)).toEqual([
      'archived',
      'not invited',
      'missing',
    ])
  })
})

test('one that is away is looked for every minute at first, then every ten', () => {
  const since = berlin('1 Dec 09:00')
  const looks = (checked: string, now: string) =>
    isToLookFor({ since, checked: berlin(checked) }, berlin(now))
  expect(looks('1 Dec 09:08', '1 Dec 09:09')).toBe(true)
  expect(looks('1 Dec 09:10', '1 Dec 09:19')).toBe(false)
  expect(looks('1 Dec 09:10', '1 Dec 09:20')).toBe(true)
})

describe('what those whom it concerns read', () => {
  test('says what waits, and what to do', () => {
    expect(shown(drawAway('releases', 'not invited'))).toBe(
      [
        '*Shipshape is not in #releases: news of releases waits*',
        'Invite @shipshape to #releases. What waits is posted within ten minutes then. Nothing is lost; votes and asks go on.',
      ].join('\n'),
    )
    expect(drawAway('releases', 'archived').text).toBe('#releases is archived: news of releases waits')
    expect(drawAway('releases', 'missing').text).toBe('Shipshape finds no #releases: news of releases waits')
  })

  test('is settled once it is there again, or needs something else', () => {
    expect(shown(drawBack('releases'))).toBe('*#releases is there again, with what waited*')
    expect(drawOtherwise('releases').text).toBe('#releases needs something else now: see below')
    expect(buttonsOf(drawBack('releases'))).toEqual([])
  })
})
