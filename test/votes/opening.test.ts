import { describe, expect, test } from 'vitest'
import { dueToOpen, type Opening, openRound } from '../../src/votes/opening.ts'
import { newestVote } from '../../src/votes/votes.ts'
import { actor, berlin, givenFacts, people, refusal, system } from '../given.ts'
import { followedBy, givenGo, givenReady, givenVote, item, revised, says } from './given-vote.ts'

const hold = { since: berlin('30 Nov 14:00'), by: people.opsOncall, why: 'INC-482' }
const notReady = { readiness: { items: [item()], wayBack: null } }
const monday = berlin('30 Nov 15:00')

const open = (
  release = givenReady(),
  opening: Partial<Opening> = {},
  person: string = people.rm,
  now = monday,
) => openRound(release, givenFacts(), now, actor(person), { until: null, why: null, ...opening })

describe('opening the vote', () => {
  test('keeps the rule, the scope, the target and the close', () => {
    const release = givenVote()
    expect(release.state).toBe('deciding')
    expect(newestVote(release)).toMatchObject({
      round: 1,
      rule: { mandatory: ['Security', 'Quality', 'Operations', 'Product'] },
      target: berlin('1 Dec 16:00'),
      opened: monday,
      closes: berlin('1 Dec 12:00'),
      undone: null,
    })
    expect(release.votes.sealed[newestVote(release)?.seal ?? '']).toEqual(release.scope)
  })

  test.each([people.rm, people.deputy, people.admin])('%s may', (person) => {
    expect(open(givenReady(), {}, person)).toHaveLength(1)
  })

  test.each([people.qaLead, people.bystander])('%s may not', (person) => {
    expect(refusal(() => open(givenReady(), {}, person))).toMatch('Only rm or an admin opens the vote')
  })

  test('with items open it takes a reason, which is kept with them', () => {
    expect(refusal(() => open(givenReady(notReady)))).toMatch(
      /^Still open: 6 Load test, twice the traffic\. Open it anyway\?/,
    )
    const [opened] = open(givenReady(notReady), { why: ' staging is back tonight ' })
    expect(opened).toMatchObject({ undone: { why: 'staging is back tonight', items: [6] } })
  })

  test('an item that is not required does not hold it up', () => {
    const optional = { readiness: { items: [item({ required: false })], wayBack: null } }
    expect(open(givenReady(optional))).toMatchObject([{ undone: null }])
  })

  test('closes when the release manager says, before the target', () => {
    expect(open(givenReady(), { until: berlin('1 Dec 14:00') })).toMatchObject([
      { closes: berlin('1 Dec 14:00') },
    ])
    expect(refusal(() => open(givenReady(), { until: berlin('1 Dec 17:00') }))).toMatch('has to close before')
    expect(refusal(() => open(givenReady(), { until: berlin('30 Nov 12:00') }))).toMatch(
      'has passed. Close it when?',
    )
  })

  test('closes at the target when the time the model wants has passed', () => {
    const late = berlin('1 Dec 13:00')
    expect(open(givenReady(), {}, people.rm, late)).toMatchObject([{ closes: berlin('1 Dec 16:00') }])
    expect(refusal(() => open(givenReady(), {}, people.rm, berlin('1 Dec 17:00')))).toMatch('Move it first')
  })

  test.each([
    ['on hold', givenReady({ hold }), 'is on hold: nothing is asked meanwhile'],
    ['planned', givenReady({ state: 'planned' }), 'payments-2.4.0 is planned'],
    ['deciding', givenVote(), 'The vote is open to Tue 1 Dec, 12:00.'],
    ['cleared', givenGo(), 'Go was decided. It holds until Fri 4 Dec, 10:05.'],
    ['executing', givenReady({ state: 'executing' }), 'payments-2.4.0 is executing'],
  ])('a release that is %s has nothing to open', (_, release, words) => {
    expect(refusal(() => open(release))).toMatch(words)
  })
})

describe('the vote opens by itself', () => {
  const facts = givenFacts()
  const nothingListed = { ...facts, model: { ...facts.model, items: [] } }
  const due = (release = givenReady(), now = monday) => dueToOpen(release, nothingListed, now)

  test('when its time has come and everything is ready', () => {
    expect(due(givenReady(), berlin('30 Nov 14:59'))).toEqual([])
    expect(due()).toMatchObject([{ type: 'voteOpened', round: 1, undone: null }])
  })

  test.each([
    ['an item is open', givenReady(notReady)],
    ['it is on hold', givenReady({ hold })],
    ['it is only planned', givenReady({ state: 'planned' })],
  ])('not while %s', (_, release) => {
    expect(due(release)).toEqual([])
  })

  test('not before the list of items was made', () => {
    expect(dueToOpen(givenReady(), facts, monday)).toEqual([])
  })

  test('not when the time to close has passed', () => {
    expect(due(givenReady(), berlin('1 Dec 12:00'))).toEqual([])
  })

  test('not again after a cancelled vote, until the target moves', () => {
    const cancelled = followedBy(givenVote(), [{ type: 'voteCancelled', round: 1, why: 'load test is red' }])
    expect(due(cancelled)).toEqual([])
    const moved = {
      type: 'targetMoved',
      from: berlin('1 Dec 16:00'),
      to: berlin('3 Dec 16:00'),
      why: null,
    } as const
    const later = followedBy(cancelled, [moved])
    expect(due(later, berlin('2 Dec 15:00'))).toMatchObject([{ type: 'voteOpened', round: 2 }])
  })

  test('again when a go was lost', () => {
    const lost = followedBy(revised(givenGo()), [
      { type: 'clearanceLost', round: 1, why: 'payments-ledger changed' },
    ])
    expect(due(lost, berlin('1 Dec 11:00'))).toMatchObject([{ type: 'voteOpened', round: 2 }])
  })

  test('nobody needs to have opened it', () => {
    const release = followedBy(givenReady(), due(), { at: monday, by: system })
    expect(newestVote(release)?.openedBy).toBeNull()
    expect(says(release, people.qaLead, 'go').state).toBe('deciding')
  })
})
