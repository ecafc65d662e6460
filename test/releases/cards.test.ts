import { describe, expect, test } from 'vitest'
import { notStarted } from '../../src/execution/execution.ts'
import { announcement } from '../../src/releases/announcement.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { drawStatus } from '../../src/releases/status-card.ts'
import { misfits } from '../../src/slack/fits.ts'
import { drawn, givenCleared, openToTen } from '../execution/given-execution.ts'
import { after as afterEvents, berlin, givenFacts, people } from '../given.ts'
import { givenItem, givenStoryInReview } from '../reviews/given-story.ts'
import { buttonsOf, shown } from '../shown.ts'
import { followedBy, givenReady, givenVote, says } from '../votes/given-vote.ts'

const before = givenCleared({ targets: [] })
const after = { ...openToTen(), targets: [] }
const announced = (release: Release) => shown(drawn(announcement, release)).split('\n')
const happened = (release: Release, event: ReleaseEvent) =>
  afterEvents([], release, [event], { at: berlin('30 Nov 17:00') })
const status = (release: Release) => shown(drawStatus(release, givenFacts(), berlin('1 Dec 17:30')))

describe('the announcement', () => {
  test('tells when who will have it', () => {
    expect(announced(before).slice(2, 4)).toEqual([
      '1 % first, then 10 %, everyone by Wed 2 Dec, 11:00',
      'Run by rm · in Berlin: Tue 16:00',
    ])
  })

  test('leads to the channel, or tells the status while there is none', () => {
    const seen = { release: before, facts: givenFacts(), key: '', person: null, params: {} }
    const buttons = (card: string | null) => {
      const message = announcement.draw({ ...seen, now: berlin('20 Nov 10:00'), posted: () => card })
      return message && buttonsOf(message)
    }
    expect(buttons(null)).toEqual(['Status', 'Follow'])
    expect(buttons('https://acme.slack.com/archives/C1/p1')).toEqual(['Open channel', 'Follow'])
  })

  test('tells what it waits for: why it does not go, or why it moved', () => {
    const refused = says(givenVote(), people.secLead, 'no-go token in the logs')
    const silent = [{ role: 'Quality', people: [people.qaLead] }]
    const ended = { round: 1, outcome: 'no-go', seal: '', silent, holdsUntil: null } as const
    const noGo = { ...followedBy(refused, [{ type: 'voteDecided', ...ended }]), execution: notStarted }
    expect(announced(noGo)[0]).toBe(
      '*payments-2.4.0 does not go on Tue 1 Dec, 16:00: Security, "token in the logs"; Quality was silent*',
    )
    const set = { at: berlin('16 Nov 10:00'), by: people.rm }
    const targets = [
      { ...set, target: berlin('1 Dec 16:00'), why: null },
      { ...set, target: berlin('3 Dec 16:00'), why: 'load test late' },
    ]
    const moved = givenCleared({ targets, target: berlin('3 Dec 16:00') })
    expect(announced(moved)[0]).toBe(
      '*payments-2.4.0 moved to Thu 3 Dec, 16:00 (was Tue 1 Dec, 16:00): load test late*',
    )
  })

  test('tells no plan once somebody has it', () => {
    expect(announced(after)[2]).toBe('Run by rm')
  })
})

describe('the status card', () => {
  test('tells when it opens, until it is open', () => {
    expect(status(before)).toContain('*Opens* Tue 1 Dec, 16:00')
    expect(status(after)).not.toContain('*Opens*')
    expect(status(after)).toContain('*Open to* 10 %')
  })

  test('ends with what comes next and what changed last', () => {
    const taken = happened(before, { type: 'stepTaken', number: 1 })
    expect(status(taken).split('\n').slice(-3, -1)).toEqual([
      '*Next* rm starts it Tue 1 Dec, 15:00',
      'Last change: rm, 1 taken, Mon 30 Nov, 17:00',
    ])
  })

  test.each([
    ['cleared', before, ['Hold…', 'Move…', 'Timeline', 'Help']],
    ['executing', after, ['Hold…', 'Timeline', 'Help']],
    ['reviewing', givenStoryInReview(), ['Timeline', 'Help']],
  ])('offers behind ▾ what may be done while %s', (_, release, offered) => {
    const { blocks } = drawStatus(release, givenFacts(), berlin('1 Dec 17:30'))
    const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    const menu = elements.flatMap((one) => (one.type === 'overflow' ? one.options : []))
    expect(menu.map(({ text }) => text.text)).toEqual(offered)
  })

  test('stays on one phone screen, whatever people write', () => {
    const long = (length: number) => 'refunds & <chargebacks> '.repeat(length).slice(0, length)
    const item = (number: number) => givenItem(number, { title: long(150) })
    const release = givenReady({
      intent: long(300),
      execution: notStarted,
      readiness: { items: [item(4), item(5), item(6)], wayBack: null },
    })
    const card = drawStatus(
      happened(release, { type: 'componentRevised', component: long(30), from: null, to: long(100) }),
      givenFacts(),
      berlin('27 Nov 10:00'),
    )
    expect(misfits(card)).toEqual([])
    expect(card.blocks.length).toBeLessThanOrEqual(12)
    expect(shown(card).length).toBeLessThan(2000)
  })
})
