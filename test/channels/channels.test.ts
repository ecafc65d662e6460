import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reopened, shut } from '../../src/channels/by-hand.ts'
import { archives, channelName, dueToArchive, invited } from '../../src/channels/channels.ts'
import { berlin, givenFacts, givenRelease, people } from '../given.ts'

describe('a channel’s name', () => {
  test.each([
    ['payments', '2.4.0', 1, 'rel-payments-2-4-0'],
    ['payments', '2.4.0-rc.1+b7', 1, 'rel-payments-2-4-0-rc-1-b7'],
    ['payments', '2024_12', 1, 'rel-payments-2024_12'],
    ['payments', '2.4.0', 2, 'rel-payments-2-4-0-2'],
    ['p'.repeat(60), '1.2.3', 1, `rel-${'p'.repeat(60)}-1-2-3`],
    ['p'.repeat(80), '1.2.3', 1, `rel-${'p'.repeat(76)}`],
    ['p'.repeat(80), '1.2.3', 9, `rel-${'p'.repeat(74)}-9`],
  ])('of %s %s, attempt %i, is %s', (product, version, attempt, name) => {
    expect(channelName({ product, version }, attempt)).toBe(name)
  })

  const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,79}$/)
  const version = fc.stringMatching(/^[0-9a-z][0-9a-z.+_-]{0,49}$/)

  test('is one that Slack takes, whatever the release is called, and each attempt is another', () => {
    fc.assert(
      fc.property(slug, version, (product, of) => {
        const names = Array.from({ length: 9 }, (_, i) => channelName({ product, version: of }, i + 1))
        for (const name of names) expect(name).toMatch(/^rel-[a-z0-9_-]{1,76}$/)
        expect(new Set(names).size).toBe(9)
      }),
    )
  })
})

test('everyone with a part from the beginning is invited, each once', () => {
  const facts = givenFacts({ holders: { Security: [people.secLead, people.rm], Quality: [people.secLead] } })
  expect(invited(givenRelease({}), facts)).toEqual([people.rm, people.deputy, people.secLead])
  expect(invited(givenRelease({ deputy: null }), facts)).toEqual([people.rm, people.secLead])
})

describe('it goes to the archive', () => {
  const channel = { id: 'C1', name: 'rel-payments-2-4-0', archived: null, shut: null }
  const closed = givenRelease({ state: 'closed', endedAt: berlin('9 Dec 16:00'), channel })
  const facts = givenFacts()

  test('some days after the end', () => {
    expect(archives(closed, facts)).toEqual(berlin('12 Dec 16:00'))
    expect(dueToArchive(closed, facts, berlin('12 Dec 15:59'))).toEqual([])
    expect(dueToArchive(closed, facts, berlin('12 Dec 16:00'))).toEqual([{ type: 'channelArchived' }])
  })

  test.each([
    ['it is in flight', { ...closed, state: 'reviewing' as const }],
    ['there is none', { ...closed, channel: null }],
    ['Slack made none', { ...closed, channel: { ...channel, id: null } }],
    ['it is there already', { ...closed, channel: { ...channel, archived: berlin('12 Dec 16:00') } }],
  ])('but not when %s', (_, release) => {
    expect(dueToArchive(release, facts, berlin('20 Dec 16:00'))).toEqual([])
  })
})

describe('archived by hand', () => {
  const channel = { id: 'C1', name: 'rel-payments-2-4-0', archived: null, shut: null }
  const away = { ...channel, shut: { why: 'archived' as const, since: berlin('24 Nov 20:00') } }
  const open = givenRelease({ state: 'preparing', channel })

  test('and brought back, it is noted once', () => {
    expect(shut('archived')(open)).toEqual([{ type: 'channelShut', why: 'archived' }])
    expect(shut('not invited')({ ...open, channel: away })).toEqual([])
    expect(reopened({ ...open, channel: away })).toEqual([{ type: 'channelReopened' }])
    expect(reopened(open)).toEqual([])
  })

  test('after the end it may be, and is not archived again', () => {
    const over = givenRelease({ state: 'closed', endedAt: berlin('9 Dec 16:00'), channel })
    expect(shut('archived')(over)).toEqual([])
    expect(archives({ ...over, channel: away }, givenFacts())).toBeNull()
    const put = { ...channel, archived: berlin('12 Dec 16:00') }
    expect(reopened({ ...over, channel: put })).toEqual([])
  })

  test('no channel is none to archive', () => {
    expect(shut('archived')({ ...open, channel: null })).toEqual([])
    expect(shut('archived')({ ...open, channel: { ...channel, id: null } })).toEqual([])
  })
})
