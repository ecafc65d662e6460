import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Waiting } from '../../src/feature.ts'
import { emptyReadiness } from '../../src/readiness/readiness.ts'
import { waitingItems } from '../../src/readiness/waiting.ts'
import type { Known, Release } from '../../src/releases/release.ts'
import { dueIn, morningLists } from '../../src/reminders/mornings.ts'
import { md } from '../../src/slack/blocks.ts'
import type { Morning } from '../../src/time/mornings.ts'
import { dateIn, endOfDate } from '../../src/time/mornings.ts'
import { waitingVerification } from '../../src/verification/waiting.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { waitingVotes } from '../../src/votes/waiting.ts'
import { live } from '../execution/given-execution.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { givenListed } from '../readiness/given-readiness.ts'
import { followedBy, givenVote } from '../votes/given-vote.ts'

const zone = 'Europe/Berlin'
const features = [{ waiting: waitingItems }, { waiting: waitingVotes }]
const morning = (date: string, where = zone): Morning => ({ zone: where, date })
const known = (release: Release): Known => ({ release, facts: givenFacts() })
const voting = () => givenVote({ approaches: [] })
const listed = (overrides: Partial<Release> = {}) =>
  givenListed([], { votes: noVotes, approaches: [], ...overrides })

function said(release: Release, date: string, person: string, at = '09:00') {
  const day = Number(date.slice(-2))
  const now = berlin(`${day} ${date.includes('-12-') ? 'Dec' : 'Nov'} ${at}`)
  const lists = morningLists(features, [known(release)], morning(date), now)
  return lists.get(person)?.mine.map(({ what }) => what.mrkdwn) ?? []
}

describe('a person’s morning', () => {
  test('has what is due that day, and no earlier', () => {
    expect(said(listed(), '2026-11-23', people.dba)).toEqual([])
    expect(said(listed(), '2026-11-24', people.dba)).toEqual(['4 Rehearse the rollback'])
  })

  test('has what is late, until it is done', () => {
    expect(said(listed(), '2026-11-25', people.dba)).toEqual(['4 Rehearse the rollback'])
    expect(said(listed(), '2026-11-26', people.dba)).toEqual([
      '4 Rehearse the rollback',
      '5 Migration on a copy',
    ])
  })

  test('has a vote that waits, whenever it closes', () => {
    expect(said(voting(), '2026-12-01', people.qaLead)).toEqual(['Your vote for Quality'])
  })

  test('has no vote that was asked within the hour, nor one that opens later that day', () => {
    const vote = (opened: string) => {
      const release = voting()
      const rounds = release.votes.rounds.map((round) => ({ ...round, opened: berlin(opened) }))
      return { ...release, votes: { ...release.votes, rounds } }
    }
    expect(said(vote('1 Dec 08:00'), '2026-12-01', people.qaLead)).toHaveLength(1)
    expect(said(vote('1 Dec 08:01'), '2026-12-01', people.qaLead)).toEqual([])
    expect(said(vote('1 Dec 10:00'), '2026-12-01', people.qaLead, '11:00')).toEqual([])
  })

  test('has a check that is open since the day before', () => {
    const release = { ...listed(), ...live(), readiness: emptyReadiness }
    const checks = (date: string) =>
      dueIn([{ waiting: waitingVerification }], known(release), morning(date), berlin('3 Dec 09:00'))
    expect(checks('2026-12-02')).toEqual([])
    expect(checks('2026-12-03').length).toBeGreaterThan(0)
  })

  test('has the vote that its manager is to open or move, each morning after the last one', () => {
    const cancelled = { type: 'voteCancelled', round: 1, why: 'load test is red' } as const
    const release = followedBy(voting(), [cancelled], { at: berlin('26 Nov 12:00') })
    const opens = ['Open the vote, or move the target']
    expect(said(release, '2026-11-26', people.rm, '13:00')).toEqual([])
    expect(said(release, '2026-11-27', people.rm)).toEqual(opens)
    expect(said(release, '2026-11-30', people.rm)).toEqual(opens)
  })

  test('has a target that approaches, for whoever runs it', () => {
    const approach = { target: berlin('1 Dec 16:00'), offset: 0, date: '2026-11-26' }
    const release = listed({ approaches: [approach] })
    const on = (date: string) =>
      morningLists(features, [known(release)], morning(date), berlin('26 Nov 09:00')).get(people.rm)
    expect(on('2026-11-26')?.approaching.map((one) => one.release.key)).toEqual(['payments-2.4.0'])
    expect(on('2026-11-27')).toBeUndefined()
  })

  test('is quiet on hold, and about what is only planned', () => {
    const hold = { since: berlin('23 Nov 10:00'), by: people.rm, why: 'INC-482' }
    expect(said(listed({ hold }), '2026-11-25', people.dba)).toEqual([])
    expect(said({ ...listed(), state: 'planned' }, '2026-11-25', people.dba)).toEqual([])
  })

  test('comes in one’s own zone', () => {
    const now = berlin('27 Nov 15:00')
    const inZone = (where: string) => [
      ...morningLists(features, [known(listed())], morning('2026-11-27', where), now).keys(),
    ]
    expect(inZone('America/New_York')).toEqual(
      expect.arrayContaining([people.apiOwner, people.opsOncall, people.supportLead]),
    )
    expect(inZone('America/New_York')).not.toContain(people.dba)
    expect(inZone(zone)).not.toContain(people.apiOwner)
  })

  test('is not for those who left', () => {
    const facts = givenFacts()
    const gone = new Map(facts.people)
    const dba = facts.people.get(people.dba)
    if (dba) gone.set(people.dba, { ...dba, deleted: true })
    const lists = morningLists(
      features,
      [{ release: listed(), facts: { ...facts, people: gone } }],
      morning('2026-11-24'),
      berlin('24 Nov 09:00'),
    )
    expect(lists.has(people.dba)).toBe(false)
  })

  test('is one over all releases', () => {
    const other = listed({ id: 'r2', key: 'ledger-1.9.0' })
    const now = berlin('24 Nov 09:00')
    const lists = morningLists(features, [known(listed()), known(other)], morning('2026-11-24'), now)
    expect(lists.get(people.dba)?.mine.map(({ key }) => key)).toEqual(['payments-2.4.0', 'ledger-1.9.0'])
  })
})

const dates = fc.date({
  min: berlin('1 Nov 00:00'),
  max: berlin('20 Dec 00:00'),
  noInvalidDate: true,
})
const zones = fc.constantFrom(zone, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu')

test('whatever is due, and wherever: said on its own date or later, never before', () => {
  const one = (due: Date, late: boolean): Waiting => ({
    person: people.dba,
    release: 'r1',
    kind: 'item',
    what: md`It`,
    due,
    late,
    buttons: null,
  })
  fc.assert(
    fc.property(dates, dates, zones, (now, due, where) => {
      const date = dateIn(now, where)
      const waiting = [{ waiting: () => [one(due, due <= now)] }]
      const mine = dueIn(waiting, known(listed()), { zone: where, date }, now)
      expect(mine.length === 1).toBe(due < endOfDate(date, where))
      expect(mine.length === 1).toBe(dateIn(due, where) <= date)
    }),
  )
})
