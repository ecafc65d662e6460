import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/people/people.ts'
import type { Facts, Release } from '../../src/releases/release.ts'
import type { OfRelease } from '../../src/surfaces/surface.ts'
import { voteAgain, voteAsk, votePassed } from '../../src/votes/asks.ts'
import { voteNoGo } from '../../src/votes/no-go-ask.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { givenGo, givenVote, item, revised, says } from './given-vote.ts'

const { holders } = givenFacts()

function drawn(
  surface: OfRelease,
  release: Release,
  key: string,
  person: PersonId,
  facts: Facts = givenFacts(),
) {
  const posted = () => 'https://acme.slack.com/archives/C1/p1'
  const drawing = { release, facts, key, person, params: {}, now: berlin('30 Nov 18:00'), posted }
  return surface.draw(drawing) ?? expect.fail('nothing to show')
}

const ask = (release: Release, person: PersonId, facts?: Facts) =>
  drawn(voteAsk, release, `1:${person}`, person, facts)

describe('the question to one voter', () => {
  test('names their role, the close and what it is about', () => {
    const undone = givenVote({ readiness: { items: [item()], wayBack: null } }, { why: 'staging is back' })
    const message = ask(undone, people.qaLead)
    expect(message.text).toBe('Your vote for Quality on payments-2.4.0, best today')
    expect(shown(message).split('\n')).toEqual([
      '*Your vote for Quality on payments-2.4.0, best today*',
      'Closes Tue 1 Dec, 12:00 your time.',
      'Refunds reach customers the same day, not in three. 1 of 1 not done: load test. rm opened anyway: "staging is back".',
      '[Go] [No-go…] [The card]',
    ])
  })

  test('may be passed on, and no more once it is answered', () => {
    const menu = (release: Release) => JSON.stringify(ask(release, people.qaLead)).includes('Abstain')
    expect(menu(givenVote())).toBe(true)
    expect(menu(says(givenVote(), people.qaLead, 'go'))).toBe(false)
  })

  test('tells the risk in the same breath', () => {
    const risk = {
      level: 'high',
      what: 'data migration',
      sign: 'totals differ',
      answer: 'roll back',
    } as const
    const risky = givenVote({ readiness: { items: [item({ risk })], wayBack: null } }, { why: 'tonight' })
    expect(shown(ask(risky, people.qaLead))).toMatch(
      'not in three. Risk high: data migration. 1 of 1 not done: load test.',
    )
  })

  test('asks for all roles of one person at once, and its buttons answer for them', () => {
    const facts = givenFacts({ holders: { ...holders, Support: [people.qaLead] } })
    const message = ask(givenVote(), people.qaLead, facts)
    expect(message.text).toMatch('Your vote for Quality and Support on payments-2.4.0')
    expect(JSON.stringify(message.blocks)).toMatch(String.raw`\"roles\":[\"Quality\",\"Support\"]`)
  })

  test('asks advisers for advice', () => {
    expect(shown(ask(givenVote(), people.supportLead))).toMatch(
      /^\*Your advice for Support on payments-2\.4\.0, best today\*\n.*Advice is heard, nobody waits for it\./,
    )
  })

  test('tells what they said once they have, and lets them change it', () => {
    const message = ask(says(givenVote(), people.qaLead, 'go'), people.qaLead)
    expect(shown(message)).toBe(
      '*You said go for Quality on payments-2.4.0*\nThe vote is open to Tue 1 Dec, 12:00; until then you may change it.\n[No-go…] [The card]',
    )
    expect(buttonsOf(ask(says(givenVote(), people.qaLead, 'no-go red'), people.qaLead))).toContain('Go')
  })

  test('tells when another has answered for the role', () => {
    const message = ask(says(givenVote(), people.secSecond, 'go'), people.secLead)
    expect(shown(message)).toMatch(
      /^\*Security said go on payments-2\.4\.0: sec-second\*\nYou need not answer/,
    )
  })

  test('leaves it to the newer question when the scope changed after their go', () => {
    const message = ask(revised(says(givenVote(), people.qaLead, 'go')), people.qaLead)
    expect(shown(message)).toBe('*You are asked again about payments-2.4.0*')
  })

  test('asks again when that other takes the answer back by abstaining', () => {
    const passed = says(says(givenVote(), people.secSecond, 'go'), people.secSecond, 'abstain')
    expect(ask(passed, people.secLead).text).toMatch('Your vote for Security')
  })

  test('is over with the vote: no buttons, the decision, what they said', () => {
    expect(shown(ask(givenGo(), people.qaLead))).toBe(
      '*Go: payments-2.4.0, decided Tue 1 Dec, 10:05, 4 of 4*\nYou said go for Quality.',
    )
    expect(shown(ask(givenGo(), people.secLead))).toMatch('sec-second answered for Security.')
  })

  test('is withdrawn from somebody who fills no role any more', () => {
    const facts = givenFacts({ holders: { ...holders, Quality: [] } })
    expect(shown(ask(givenVote(), people.qaLead, facts))).toBe(
      '*Nothing is asked of you on payments-2.4.0 any more*',
    )
  })
})

test('the question that is passed on says by whom', () => {
  const passed = says(givenVote(), people.secLead, 'abstain')
  const message = drawn(votePassed, passed, '1:1', people.secSecond)
  expect(message.text).toBe('Security passes to you on payments-2.4.0: sec-lead abstained')
  expect(buttonsOf(message)).toEqual(['Go', 'No-go…', 'The card'])
})

describe('the question that is asked again', () => {
  const stale = revised(says(givenVote(), people.qaLead, 'go'))
  const again = (release: Release) => drawn(voteAgain, release, '1:1', people.qaLead)

  test('says what changed and that the go does not count', () => {
    expect(shown(again(stale))).toBe(
      [
        '*payments-ledger changed after your go. Still go?*',
        'payments-2.4.0: payments-ledger 4be77d1 (was 9ac01f2).',
        'Your go for Quality of Mon 30 Nov, 16:10 does not count until you answer.',
        '[Still go] [No-go…] [The commit]',
      ].join('\n'),
    )
  })

  test('names three of what changed', () => {
    const more = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ name: `c${i + 1}`, revision: '1' })).concat(
        stale.scope.components.map(({ name, revision }) => ({ name, revision: revision ?? '' })),
      )
    const added = (n: number): Release => ({ ...stale, scope: { ...stale.scope, components: more(n) } })
    expect(again(added(2)).text).toBe('payments-ledger, c1 and c2 changed after your go. Still go?')
    expect(again(added(3)).text).toBe('payments-ledger, c1, c2 and 1 more changed after your go. Still go?')
  })

  test('leads to the commit where that can be read, else to the card', () => {
    const address = 'https://gitlab.example.com/pay/payments-ledger/-/commit/4be77d1'
    expect(JSON.stringify(again(stale))).toContain(`"url":"${address}"`)
    const tagged = revised(says(givenVote(), people.qaLead, 'go'), 'v2.4.1')
    expect(buttonsOf(again(tagged))).toEqual(['Still go', 'No-go…', 'The card'])
  })

  test('is settled by an answer, and by the scope being what it was', () => {
    expect(again(says(stale, people.qaLead, 'go')).text).toBe('You said go for Quality on payments-2.4.0')
    expect(again(revised(stale, '9ac01f2')).text).toBe('You said go for Quality on payments-2.4.0')
  })
})

describe('the release manager hears of a no-go', () => {
  const red = says(givenVote(), people.qaLead, 'no-go checkout is red')
  const told = (release: Release) => drawn(voteNoGo, release, '1:1', people.rm).text

  test('with its reason, and the way to the card', () => {
    expect(told(red)).toBe('No-go for Quality on payments-2.4.0: qa-lead, "checkout is red"')
    expect(buttonsOf(drawn(voteNoGo, red, '1:1', people.rm))).toEqual(['The card'])
  })

  test('and of what became of it', () => {
    expect(told(says(red, people.qaLead, 'no-go now the ledger'))).toMatch('"now the ledger"')
    const mended = says(red, people.qaLead, 'go')
    expect(shown(drawn(voteNoGo, mended, '1:1', people.rm))).toBe(
      '*qa-lead says go now, Quality: payments-2.4.0*\n[The card]',
    )
  })
})
