import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/people/people.ts'
import { evidenceView, itemView } from '../../src/readiness/forms.ts'
import { listView } from '../../src/readiness/list-view.ts'
import { itemNumbered } from '../../src/readiness/standing.ts'
import { givenNotice, itemAnswer, itemReceipt, ownerAsk } from '../../src/readiness/views.ts'
import { waitingItems } from '../../src/readiness/waiting.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { allDone, done, givenListed, shortHanded, wayBack } from './given-readiness.ts'

const facts = givenFacts()
const now = berlin('25 Nov 16:00')
const taken: ReleaseEvent = { type: 'itemTaken', number: 4, owner: people.dba }
const blocked: ReleaseEvent = {
  type: 'itemBlocked',
  number: 6,
  why: 'staging is down',
  waitsFor: people.opsOncall,
}
const drawing = (release: Release, person: PersonId, key: string, known: Facts = facts) => ({
  release,
  facts: known,
  person,
  key,
  now,
  params: {},
  posted: () => null,
})

describe('who takes this?', () => {
  const ask = (events: ReleaseEvent[], person: PersonId = people.opsOncall) => {
    const message = ownerAsk.draw(drawing(givenListed(events), person, person, shortHanded))
    return message ?? expect.fail('nobody was asked')
  }

  test('is one message, with a button for each item', () => {
    expect(shown(ask([]))).toBe(
      [
        '*Who takes 2 items of payments-2.4.0?*',
        '4 Rehearse the rollback · Data · due Tue 24 Nov, 17:00 [I take it]',
        '5 Migration on a copy · Data · due Thu 26 Nov, 17:00 [I take it]',
      ].join('\n'),
    )
  })

  test('says who took what', () => {
    expect(shown(ask([taken])).split('\n')).toEqual([
      '*Who takes 5 Migration on a copy, payments-2.4.0?*',
      '4 Rehearse the rollback · dba took it',
      '5 Migration on a copy · Data · due Thu 26 Nov, 17:00 [I take it]',
    ])
  })

  test('names ten, those first that nobody took, and counts the rest', () => {
    const release = givenListed([taken])
    const ofData = release.readiness.items.filter(({ role }) => role === 'Data')
    const long = (n: number): Release => {
      const [owned, free] = ofData
      if (!owned || !free) throw new Error('Data has two items')
      const more = Array.from({ length: n - 1 }, (_, i) => ({ ...free, number: i + 5 }))
      return { ...release, readiness: { ...release.readiness, items: [owned, ...more] } }
    }
    const told = (n: number) =>
      JSON.stringify(ownerAsk.draw(drawing(long(n), people.opsOncall, people.opsOncall, shortHanded))?.blocks)
    expect(told(10)).toContain('dba took it')
    expect(told(10)).not.toContain('more: /release ready')
    expect(told(11)).not.toContain('dba took it')
    expect(told(11)).toContain('and 1 more: /release ready')
  })

  test('ends without buttons', () => {
    const settled = ask([taken, { type: 'itemTaken', number: 5, owner: people.opsOncall }])
    expect(settled.text).toBe('payments-2.4.0: every item of your roles has an owner')
    expect(buttonsOf(settled)).toEqual([])
  })

  test('stays one screen when there is much to take', () => {
    const [first] = givenListed().readiness.items.slice(3)
    const items = Array.from({ length: 30 }, (_, i) => ({
      ...(first ?? expect.fail('no item')),
      number: i + 1,
    }))
    const release = { ...givenListed(), readiness: { items, wayBack: null } }
    const drawn =
      ownerAsk.draw(drawing(release, people.dba, people.dba, shortHanded)) ?? expect.fail('nobody was asked')
    expect(drawn.text).toBe('Who takes 30 items of payments-2.4.0?')
    expect(buttonsOf(drawn)).toHaveLength(10)
    expect(drawn.blocks.length).toBeLessThanOrEqual(12)
  })

  test('is not asked of somebody who fills a role alone', () => {
    expect(ownerAsk.draw(drawing(givenListed(), people.qaLead, people.qaLead, shortHanded))).toBeNull()
  })
})

describe('to whom an item was given', () => {
  const given: ReleaseEvent = { type: 'itemGiven', number: 4, owner: people.bystander }
  const told = (events: ReleaseEvent[]) =>
    givenNotice.draw(drawing(givenListed(events), people.bystander, `4:${people.bystander}`)) ??
    expect.fail('nothing')

  test('hears it with what to press', () => {
    expect(shown(told([given]))).toBe(
      [
        '*4 Rehearse the rollback on payments-2.4.0 is yours*',
        'late since Tue 24 Nov, 17:00',
        '[Done…] [Blocked…]',
      ].join('\n'),
    )
  })

  test.each<[ReleaseEvent, string]>([
    [done(4), '*4 Rehearse the rollback on payments-2.4.0: done*'],
    [{ type: 'itemGiven', number: 4, owner: people.dba }, '*4 Rehearse the rollback on payments-2.4.0: dba*'],
  ])('and how it was settled, without buttons: %j', (event, news) => {
    const settled = told([given, event])
    expect(shown(settled).split('\n')[0]).toBe(news)
    expect(buttonsOf(settled)).toEqual([])
  })
})

describe('private answers', () => {
  const receipt = (number: number, events: ReleaseEvent[]) =>
    shown(itemReceipt({ release: givenListed(events), facts }, number))

  test.each<[number, ReleaseEvent[], string]>([
    [4, [done(4)], '4 is done. 8 of 9 open.\n[Undo]'],
    [6, [blocked], '6 is blocked. 9 of 9 open.'],
    [6, allDone, '6 is done. Nothing is open any more.\n[Undo]'],
    [
      7,
      [{ type: 'itemSkipped', number: 7, why: 'x', required: true }],
      '7 is skipped; that stays on the card. 8 of 9 open.\n[Undo]',
    ],
    [4, [taken], "4 is open, dba's, due Tue 24 Nov, 17:00. 9 of 9 open."],
  ])('%i: %j', (number, events, words) => {
    expect(receipt(number, events)).toBe(words)
  })

  test('show one item with what was said of it', () => {
    const release = givenListed([blocked, done(2, 'see https://ci/9 all green')])
    const answer = (number: number) => shown(itemAnswer(release, facts, now, itemNumbered(release, number)))
    expect(answer(6)).toBe(
      [
        '*6 Load test, twice the traffic · qa-lead*',
        'blocked since Fri 27 Nov, 10:00: "staging is down" · waits for ops-oncall · due Fri 27 Nov, 17:00',
        '[Unblock] [Change…]',
      ].join('\n'),
    )
    expect(answer(2)).toContain('done by rm, Fri 27 Nov, 10:00 · evidence · "see all green"')
  })
})

describe('the list', () => {
  const [item] = givenListed().readiness.items
  const items = Array.from({ length: 200 }, (_, i) => ({
    ...(item ?? expect.fail('there is no item')),
    number: i + 1,
    title: `Check <!here> ${i + 1} ${'x'.repeat(400)}`,
  }))
  const many = { ...givenListed(), readiness: { items, wayBack: null } }
  const pages = Array.from({ length: 17 }, (_, page) => listView(many, facts, now, page))

  test('shows every item, twelve on a page, each with its button', () => {
    expect(pages.flatMap(misfits)).toEqual([])
    const read = pages.map(shown).join('\n')
    for (let number = 1; number <= 200; number++) expect(read).toContain(`*${number} Check`)
    expect(buttonsOf(pages[1] ?? expect.fail())).toEqual([
      ...Array.from({ length: 12 }, () => 'Change…'),
      'Earlier',
      'More',
    ])
  })

  test('stays on a page that is there', () => {
    expect(listView(many, facts, now, 99)).toEqual(pages[16])
  })

  test('has nothing to change once it is closed', () => {
    expect(buttonsOf(listView(givenListed([], { state: 'executing' }), facts, now, 0))).toEqual([])
  })
})

describe('an item’s form', () => {
  const form = (number: number, events: ReleaseEvent[] = [], choice = {}) =>
    itemView(givenListed(events), facts, itemNumbered(givenListed(events), number), {
      person: people.rm,
      ...choice,
    })

  test('holds what was said of it', () => {
    const words = shown(form(6, [blocked]))
    expect(words).toContain('It is: Blocked (Done, Blocked, Open, Skipped, and not by the book)')
    expect(words).toContain('reason: staging is down')
    expect(words).toContain(`Blocked: who can unblock it?: ${people.opsOncall}`)
    expect(words).toContain(`Owner: ${people.qaLead}`)
  })

  test('says which risk it is about, the sign and the answer', () => {
    const risk =
      'Risk high: data migration. Sign: totals differ before and after. Answer: stop, restore the copy from before, roll back'
    expect(shown(form(5))).toContain(risk)
    expect(shown(itemAnswer(givenListed(), facts, now, itemNumbered(givenListed(), 5)))).toContain(risk)
    expect(shown(form(6))).not.toContain('Risk')
  })

  test('does not take a reason for evidence', () => {
    expect(shown(form(6, [blocked], { is: 'done' }))).toContain('It is: Done')
    expect(shown(form(6, [blocked], { is: 'done' }))).not.toContain('staging')
  })

  test('asks for the way back, and shows what was agreed', () => {
    expect(shown(form(4))).toContain('How long does the way back take?')
    expect(shown(form(4, [{ type: 'wayBackSet', ...wayBack }]))).toContain(
      'Roll back at what sign?: a refund is paid twice',
    )
    expect(shown(form(5))).not.toContain('way back')
  })

  test('offers to skip only to who runs the release', () => {
    expect(shown(form(6, [], { person: people.qaLead }))).not.toContain('Skipped')
  })

  test('fits, whatever was said', () => {
    const long = 'ש<!channel>*_`'.repeat(400)
    const item = {
      ...itemNumbered(givenListed(), 4),
      title: long,
      risk: { level: 'high', what: long, sign: long, answer: long } as const,
      state: { is: 'blocked', why: long, since: now, by: null, waitsFor: null } as const,
    }
    expect(misfits(itemView(givenListed(), facts, item, { person: people.rm }))).toEqual([])
    expect(misfits(evidenceView(givenListed(), [item], { channel: 'C1', ts: '1.2', text: long }))).toEqual([])
  })
})

describe('what waits for whom', () => {
  const waiting = (release: Release, known = facts) =>
    waitingItems(release, known, now).map(
      ({ person, what, late }) => `${person} ${what.mrkdwn}${late ? ' late' : ''}`,
    )

  test('are the open items of those who own them', () => {
    expect(waiting(givenListed([blocked, done(9)]))).toEqual([
      'UAPIOWNER 1 payments-api',
      'ULEDGEROWNER 2 payments-ledger',
      'UWEBOWNER 3 checkout-web',
      'UDBA 4 Rehearse the rollback late',
      'UDBA 5 Migration on a copy',
      'UQALEAD 6 Load test, twice the traffic, blocked',
      'UOPSONCALL 6 Load test, twice the traffic, waits for you: "staging is down"',
      'UOPSLEAD 7 Runbook',
      'USUPPORTLEAD 8 Brief support',
    ])
  })

  test('are, while nobody took them, everybody’s who may', () => {
    expect(waiting(givenListed([taken]), shortHanded)).toEqual(
      expect.arrayContaining([
        'UDBA 5 Migration on a copy',
        'UOPSONCALL 5 Migration on a copy',
        'UDBA 4 Rehearse the rollback late',
      ]),
    )
    expect(waiting(givenListed(), shortHanded).some((line) => line.includes('Brief support'))).toBe(false)
  })

  test('is nothing on hold', () => {
    expect(waiting(givenListed([], { hold: { since: now, by: people.rm, why: 'INC-1' } }))).toEqual([])
  })
})
