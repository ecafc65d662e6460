import { describe, expect, test } from 'vitest'
import { drawMorning, drawReplaced, morningNews } from '../../src/reminders/morning-view.ts'
import { plain } from '../../src/slack/blocks.ts'
import { misfits } from '../../src/slack/fits.ts'
import { givenMine, lateRehearsal, runbook, voteOnPayments } from '../home/given-list.ts'
import { buttonsOf, shown } from '../shown.ts'

const morning = { zone: 'Europe/Berlin', date: '2026-11-24' }

describe('the morning message', () => {
  test('folds what is due over two releases, each with its button', () => {
    expect(shown(drawMorning([givenMine(), runbook], morning))).toBe(
      [
        '*2 things of yours are due today*',
        'payments-2.4.0 · 4 Rehearse the rollback · 17:00 [Done]',
        'ledger-1.9.0 · 2 Write the runbook · 18:00 [Done]',
      ].join('\n'),
    )
  })

  test('says since when something is late, and until when a vote waits', () => {
    const told = shown(drawMorning([lateRehearsal, voteOnPayments], morning))
    expect(told).toContain('late since Tue 24 Nov, 17:00 [Done]')
    expect(told).toContain('Your vote for Security · by Tue 1 Dec, 12:00\n[Go] [No-go…]')
  })

  test('has no buttons once everything is settled', () => {
    const drawn = drawMorning([], morning)
    expect(shown(drawn)).toBe('*Nothing of yours is due on Tue 24 Nov any more*')
    expect(buttonsOf(drawn)).toEqual([])
  })

  test('gives way to the next one', () => {
    expect(shown(drawReplaced(morning))).toBe('*Your list of Tue 24 Nov goes on below*')
  })

  test('stays within a screen', () => {
    const drawn = drawMorning(
      Array.from({ length: 40 }, () => voteOnPayments),
      morning,
    )
    expect(misfits(drawn)).toEqual([])
    expect(shown(drawn)).toContain('and 32 more')
  })
})

describe('line one', () => {
  const check = givenMine({ kind: 'check', due: null })
  test.each([
    [[givenMine()], '1 thing of yours is due today'],
    [[lateRehearsal, lateRehearsal], '2 things of yours are late'],
    [[lateRehearsal, givenMine(), runbook], '1 thing of yours is late, 2 are due today'],
    [[voteOnPayments], '1 vote of yours waits'],
    [[runbook, voteOnPayments, voteOnPayments], '1 thing of yours is due today, 2 votes wait'],
    [[voteOnPayments, check], '1 vote of yours waits, 1 check waits'],
  ])('says what comes first', (mine, words) => {
    expect(plain(morningNews(mine))).toBe(words)
  })
})
