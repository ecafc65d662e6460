import { describe, expect, test } from 'vitest'
import type { Mine } from '../../src/home/mine.ts'
import type { Known, Release } from '../../src/releases/release.ts'
import { drawMorning, drawReplaced, morningNews } from '../../src/reminders/morning-view.ts'
import { md, plain } from '../../src/slack/blocks.ts'
import { misfits } from '../../src/slack/fits.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { berlin, givenFacts } from '../given.ts'
import { givenMine, lateRehearsal, runbook, voteOnPayments } from '../home/given-list.ts'
import { givenListed } from '../readiness/given-readiness.ts'
import { buttonsOf, shown } from '../shown.ts'
import { givenGo, givenVote, item } from '../votes/given-vote.ts'

const known = (release: Release): Known => ({ release, facts: givenFacts() })
const payments = known(givenListed([], { votes: noVotes }))
const now = berlin('24 Nov 09:00')
const drawn = (mine: readonly Mine[], approaching: readonly Known[] = []) =>
  drawMorning({ mine, approaching }, morning, now)
const morning = { zone: 'Europe/Berlin', date: '2026-11-24' }

describe('the morning message', () => {
  test('folds what is due over two releases, each with its button', () => {
    expect(shown(drawn([givenMine(), runbook]))).toBe(
      [
        '*2 things of yours are due today*',
        'payments-2.4.0 · 4 Rehearse the rollback · 17:00 [Done]',
        'ledger-1.9.0 · 2 Write the runbook · 18:00 [Done]',
      ].join('\n'),
    )
  })

  test('says since when something is late, and until when a vote waits', () => {
    const told = shown(drawn([lateRehearsal, voteOnPayments]))
    expect(told).toContain('late since Tue 24 Nov, 17:00 [Done]')
    expect(told).toContain('Your vote for Security · by Tue 1 Dec, 12:00\n[Go] [No-go…]')
  })

  test('has no buttons once everything is settled', () => {
    const settled = drawn([])
    expect(shown(settled)).toBe('*Nothing of yours is due on Tue 24 Nov any more*')
    expect(buttonsOf(settled)).toEqual([])
  })

  test('gives way to the next one', () => {
    expect(shown(drawReplaced(morning))).toBe('*Your list of Tue 24 Nov goes on below*')
  })

  test('stays within a screen', () => {
    const many = drawn(
      Array.from({ length: 40 }, () => voteOnPayments),
      Array.from({ length: 40 }, () => payments),
    )
    expect(misfits(many)).toEqual([])
    expect(shown(many)).toContain('and 32 more\n')
    expect(shown(many)).toContain('and 37 more that open soon')
  })
})

describe('a target that approaches', () => {
  test('is told alone in line one, with what is still open below', () => {
    const message = drawn([], [payments])
    expect(message.text).toBe('payments-2.4.0 opens Tue 1 Dec, 16:00 Berlin: 9 of 9 open')
    expect(shown(message)).toBe(
      [
        '*payments-2.4.0 opens Tue 1 Dec, 16:00: 9 of 9 open*',
        '*Ready* 0 of 9: way back due Tue 24 Nov, 17:00, migration on a copy due Thu 26 Nov, 17:00, 7 more',
        '[Status] [Move…]',
      ].join('\n'),
    )
  })

  test('stands below what is due, and behind it in line one', () => {
    const message = drawn([lateRehearsal], [payments])
    expect(message.text).toBe('1 thing of yours is late, payments-2.4.0 opens Tue 1 Dec, 16:00 Berlin')
    expect(shown(message)).toContain('[Done]\npayments-2.4.0 opens Tue 1 Dec, 16:00: 9 of 9 open\n*Ready*')
  })

  test('is counted where there are more', () => {
    expect(drawn([], [payments, payments]).text).toBe('2 releases open soon')
  })

  test('says whose answer is awaited beside what is open', () => {
    const release = givenVote({ readiness: { items: [item()], wayBack: null } }, { why: 'staging is back' })
    expect(drawn([], [known(release)]).text).toMatch(/: 1 of 1 open; Security, Quality and 2 more awaited$/)
  })

  test('says who starts it once it may go', () => {
    expect(drawn([], [known(givenGo())]).text).toMatch(/16:00 Berlin: rm starts it/)
  })
})

describe('line one', () => {
  const check = givenMine({ kind: 'check', due: null })
  const plan = givenMine({ kind: 'plan', what: md`Open the vote, or move the target` })
  test.each([
    [[givenMine()], '1 thing of yours is due today'],
    [[lateRehearsal, lateRehearsal], '2 things of yours are late'],
    [[lateRehearsal, givenMine(), runbook], '1 thing of yours is late, 2 are due today'],
    [[voteOnPayments], '1 vote of yours waits'],
    [[runbook, voteOnPayments, voteOnPayments], '1 thing of yours is due today, 2 votes wait'],
    [[lateRehearsal, plan], '1 thing of yours is late, 1 waits'],
    [[plan], '1 thing of yours waits'],
    [[voteOnPayments, check], '1 vote of yours waits, 1 check waits'],
  ])('says what comes first', (mine, words) => {
    expect(plain(morningNews({ mine, approaching: [] }, now))).toBe(words)
  })
})
