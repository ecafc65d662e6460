import { describe, expect, test } from 'vitest'
import type { Risk } from '../../src/models/models.ts'
import type { Item } from '../../src/readiness/readiness.ts'
import type { Release } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import { drawVote } from '../../src/votes/card.ts'
import { newestVote } from '../../src/votes/votes.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import {
  allButQuality,
  followedBy,
  givenGo,
  givenVote,
  item,
  revised,
  says,
  whenOpened,
} from './given-vote.ts'

const card = (release: Release) =>
  drawVote(newestVote(release) ?? expect.fail('no vote'), release, givenFacts())
const linesOf = (release: Release) => shown(card(release)).split('\n')

const answered = () =>
  [
    ['go finance is ready', people.paymentsLead] as const,
    ['go', people.qaLead] as const,
    ['abstain', people.secLead] as const,
    ['go', people.supportLead] as const,
  ].reduce((state, [words, person]) => says(state, person, words), givenVote())

describe('the card of an open vote', () => {
  test('says first who is awaited, and how it would end', () => {
    const [first, second] = linesOf(allButQuality())
    expect(first).toBe('*Vote on payments-2.4.0: Quality is awaited*')
    expect(second).toBe('If it closed now: no-go. Closes Tue 1 Dec, 12:00; silence is a no-go.')
    expect(linesOf(givenVote())[0]).toBe(
      '*Vote on payments-2.4.0: Security, Quality, Operations and Product are awaited*',
    )
  })

  test('tells what it is about: why, when it opens, which revisions', () => {
    expect(linesOf(givenVote())).toEqual(
      expect.arrayContaining([
        'Refunds reach customers the same day, not in three.',
        '*Opens* Tue 1 Dec, 16:00 to 1 %, then 10 %, everyone Wed 2 Dec, 11:00',
        '*Components* payments-api a1, payments-ledger 9ac01f2, checkout-web c3',
      ]),
    )
  })

  test('names everyone with what they said, what holds it up first', () => {
    const mixed = says(revised(answered()), people.opsLead, 'no-go disk is full')
    const named = linesOf(mixed).filter((line) => /^\*(?:No-go|Awaited|Again|Go|Advice)\*/.test(line))
    expect(named).toEqual([
      '*No-go* Operations · ops-lead: "disk is full"',
      '*Awaited* Security · sec-second, sec-lead abstained, since Mon 30 Nov, 16:10',
      '*Again* Quality · qa-lead said go before payments-ledger changed',
      '*Again* Product · payments-lead said go before payments-ledger changed',
      '*Advice* Support · support-lead: go',
    ])
    expect(linesOf(mixed)[0]).toBe(
      '*Vote on payments-2.4.0: no-go from Operations; Security, Quality and Product are awaited*',
    )
    expect(linesOf(answered())).toContain('*Go* Product · payments-lead: "finance is ready"')
  })

  test('shows what changed since it opened', () => {
    expect(linesOf(revised(givenVote()))).toContain(
      '*Since the vote opened* payments-ledger 4be77d1 (was 9ac01f2)',
    )
    expect(shown(card(givenVote()))).not.toMatch('Since the vote opened')
  })

  test('shows what is not done, and that it was opened anyway', () => {
    const undone = givenVote(
      { readiness: { items: [item()], wayBack: null } },
      { why: 'staging is back tonight' },
    )
    expect(linesOf(undone)).toContain('*Not done* 6 Load test; rm opened anyway: "staging is back tonight"')
    const again = item({
      number: 2,
      title: 'payments-ledger',
      component: 'payments-ledger',
      again: '4be77d1',
    })
    const revised = { ...undone, readiness: { items: [again, item()], wayBack: null } }
    expect(linesOf(revised)).toContain(
      '*Not done* 6 Load test; rm opened anyway: "staging is back tonight" · 2 payments-ledger again',
    )
    const onlyLater = linesOf({ ...undone, readiness: { items: [again], wayBack: null } })
    expect(onlyLater).toContain('*Not done* 2 payments-ledger again')
    expect(onlyLater).toContain(
      '*Not by the book* opened with 6 undone; rm opened anyway: "staging is back tonight"',
    )
    const done = { ...undone, readiness: { items: [], wayBack: null } }
    expect(linesOf(done)).toContain(
      '*Not by the book* opened with 6 undone; rm opened anyway: "staging is back tonight"',
    )
  })

  test('shows the way back', () => {
    const wayBack = {
      howLong: '10 min',
      untilStep: 'everyone has it',
      sign: '1 % refund errors for 5 min',
      rollbackSign: 'a refund is paid twice',
    }
    expect(linesOf(givenVote({ readiness: { items: [], wayBack } }))).toContain(
      '*Way back* 10 min, until everyone has it. Narrow at 1 % refund errors for 5 min; roll back if a refund is paid twice.',
    )
    expect(linesOf(givenVote())).toContain('*Way back* not agreed')
  })

  test('tells what may go wrong, the gravest first, whether or not its item is done', () => {
    const risky = (number: number, risk: Omit<Risk, 'sign' | 'answer'>, state: Item['state']) =>
      item({ number, state, risk: { ...risk, sign: 'totals differ', answer: 'roll back' } })
    const done = { is: 'done', at: whenOpened, by: people.dba, evidence: null, revision: null } as const
    const skipped = { is: 'skipped', at: whenOpened, by: people.rm, why: 'no time' } as const
    const items = [
      risky(1, { level: 'low', what: 'new logo' }, done),
      risky(2, { level: 'high', what: 'data migration' }, done),
      risky(4, { level: 'high', what: 'billing reads the same ledger' }, skipped),
    ]
    expect(linesOf(givenVote({ readiness: { items, wayBack: null } }))).toContain(
      '*Risk* high: data migration; billing reads the same ledger, 4 skipped by rm: "no time" · low: new logo',
    )
    expect(shown(card(givenVote()))).not.toMatch('Risk')
  })

  test('tells when nobody is left to answer for a role, or nobody fills it', () => {
    const abstained = says(givenVote(), people.qaLead, 'abstain')
    expect(linesOf(abstained)).toContain('*Awaited* Quality · qa-lead abstained, since Mon 30 Nov, 16:10')
    const facts = givenFacts({ holders: { ...givenFacts().holders, Quality: [] } })
    const vote = newestVote(givenVote()) ?? expect.fail('no vote')
    expect(shown(drawVote(vote, givenVote(), facts))).toMatch('Quality · nobody fills it, since Mon')
  })

  test('says on hold that answers still count', () => {
    const hold = { since: berlin('30 Nov 16:00'), by: people.opsOncall, why: 'INC-482' }
    expect(linesOf({ ...givenVote(), hold })[1]).toMatch(/^On hold; answers still count\. If it closed now/)
  })

  test('has the two answers and the rest behind ▾, none of them primary', () => {
    const { blocks } = card(givenVote())
    expect(buttonsOf(card(givenVote()))).toEqual(['Go', 'No-go…'])
    expect(JSON.stringify(blocks)).toMatch('"text":"Abstain"')
    expect(JSON.stringify(blocks)).not.toMatch('"style"')
    expect(JSON.stringify(blocks)).toMatch('Or reply here: go · no-go, why')
  })
})

describe('the card of a vote that is over', () => {
  test('says what was decided, when, by how many, and has no buttons', () => {
    expect(linesOf(givenGo()).slice(0, 2)).toEqual([
      '*Go: payments-2.4.0, decided Tue 1 Dec, 10:05, 4 of 4*',
      'It holds until Fri 4 Dec, 10:05.',
    ])
    expect(buttonsOf(card(givenGo()))).toEqual([])
    expect(card(givenGo()).text).toBe('Go: payments-2.4.0, decided Tue 1 Dec, 10:05 Berlin, 4 of 4')
  })

  test('keeps its ballots, and tells who was silent', () => {
    const seal = newestVote(allButQuality())?.seal ?? ''
    const silent = [{ role: 'Quality', people: [people.qaLead] }]
    const decided = {
      type: 'voteDecided',
      round: 1,
      outcome: 'no-go',
      seal,
      silent,
      holdsUntil: null,
    } as const
    const over = followedBy(allButQuality(), [decided], { at: berlin('1 Dec 12:00') })
    expect(linesOf(over)[0]).toBe('*No-go: payments-2.4.0, decided Tue 1 Dec, 12:00, 3 of 4*')
    expect(linesOf(over)).toContain('*Silent* Quality · qa-lead')
    expect(linesOf(over)).toContain('*Go* Security · sec-second')
  })

  test('says who cancelled it and why', () => {
    const cancel = { type: 'voteCancelled', round: 1, why: 'load test is red' } as const
    const over = followedBy(givenVote(), [cancel], { at: berlin('30 Nov 18:00'), by: actor(people.rm) })
    expect(linesOf(over).slice(0, 2)).toEqual([
      '*Vote on payments-2.4.0 was cancelled Mon 30 Nov, 18:00*',
      'rm: "load test is red"',
    ])
  })

  test('says that its go does not count any more, and why', () => {
    const lost = { type: 'clearanceLost', round: 1, why: 'payments-ledger changed' } as const
    const asked = followedBy(revised(givenGo()), [lost], { at: berlin('1 Dec 11:00') })
    expect(linesOf(asked).slice(0, 2)).toEqual([
      '*payments-2.4.0 asks again: payments-ledger changed*',
      'Go was decided Tue 1 Dec, 10:05, 4 of 4. It does not count since Tue 1 Dec, 11:00.',
    ])
  })
})

describe('whatever people wrote', () => {
  const nasty = '*_~`<!channel> @here "مرحبا" 🚀 '.repeat(40)

  test('the card fits, pings nobody and keeps its shape', () => {
    const changes = Array.from({ length: 300 }, (_, i) => ({
      number: i + 1,
      kind: 'fix' as const,
      title: nasty,
      link: null,
    }))
    const risk = { level: 'high', what: nasty, sign: nasty, answer: nasty } as const
    const items = Array.from({ length: 200 }, (_, i) => item({ number: i + 1, title: nasty, risk }))
    const components = Array.from({ length: 60 }, (_, i) => ({
      name: `component-${i}`,
      revision: nasty.slice(0, 90),
    }))
    const scope = { components, changes, flags: [nasty], exposure: nasty }
    const wayBack = { howLong: nasty, untilStep: nasty, sign: nasty, rollbackSign: nasty }
    const crowded = givenVote(
      { intent: nasty, scope, readiness: { items, wayBack } },
      { why: nasty.slice(0, 700) },
    )
    const said = [
      people.secLead,
      people.qaLead,
      people.opsLead,
      people.paymentsLead,
      people.supportLead,
    ].reduce((state, person) => says(state, person, 'no-go', { note: nasty.slice(0, 800) }), crowded)
    const drawn = card(revised(said))
    expect(misfits(drawn)).toEqual([])
    expect(JSON.stringify(drawn)).not.toMatch(/<!channel>|<!here>/)
    expect(drawn.blocks.length).toBeLessThanOrEqual(12)
  })

  test('many roles and voices are cut, and counted', () => {
    const bystanders = Array.from({ length: 30 }, (_, i) => `U${i}`)
    const loud = bystanders.reduce(
      (state, person) => says(state, person, 'go', { door: 'thread' }),
      givenVote(),
    )
    expect(shown(card(loud))).toMatch('and 25 more voices')
  })
})
