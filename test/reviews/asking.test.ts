import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/readiness/readiness.ts'
import { askedAbout } from '../../src/reviews/asking.ts'
import { does } from '../execution/given-execution.ts'
import { givenFacts, people, solo } from '../given.ts'
import { givenGo } from '../votes/given-vote.ts'
import { givenVerified } from './given-review.ts'

const relationOf = (person: string, release = givenVerified(), facts = givenFacts()) =>
  askedAbout(release, facts).find((asked) => asked.person === person)?.relation

const item = (number: number, by: string): Item => ({
  number,
  title: 'Brief support',
  component: null,
  procedure: 'communication',
  role: 'Support',
  due: { before: 0 },
  wantsEvidence: false,
  required: true,
  risk: null,
  owner: null,
  asked: new Date(0),
  again: null,
  fellLate: false,
  state: { is: 'done', at: new Date(0), by, evidence: null, revision: null },
})

describe('who is asked how it was', () => {
  test('its manager did it, whatever happened', () => {
    expect(relationOf(people.rm)).toBe('did')
  })

  test('everyone who voted did it, also for a former answer', () => {
    const release = givenVerified({ votes: givenGo().votes })
    for (const who of [people.secSecond, people.opsLead, people.paymentsLead, people.qaLead])
      expect(relationOf(who, release)).toBe('did')
    expect(relationOf(people.secLead, release)).toBeUndefined()
  })

  test('who finished an item, a step, a check or told of an incident did it', () => {
    const readiness = { items: [item(1, people.dba)], wayBack: null }
    const told = {
      name: 'INC-482',
      link: null,
      note: null,
      caused: 'yes',
      began: new Date(0),
      ended: null,
    } as const
    const incident: ReturnType<Parameters<typeof does>[3]> = [
      { type: 'incidentReported', ...told, number: 1, share: 10 },
    ]
    const release = does(givenVerified({ readiness }), '2 Dec 20:15', people.opsOncall, () => incident)
    expect(relationOf(people.dba, release)).toBe('did')
    expect(relationOf(people.opsOncall, release)).toBe('did')
  })

  test('who answers for a consumer uses it', () => {
    const facts = givenFacts({ consumers: [people.billingLead, people.shopLead] })
    expect(relationOf(people.billingLead, givenVerified(), facts)).toBe('uses')
    expect(relationOf(people.shopLead, givenVerified(), facts)).toBe('uses')
    expect(relationOf(people.shopLead)).toBeUndefined()
  })

  test('nobody is asked twice: who did or receives it and uses it too is asked as that', () => {
    const facts = givenFacts({ consumers: [people.rm, people.supportLead, people.billingLead] })
    const all = askedAbout(givenVerified(), facts).map(({ person }) => person)
    expect(all).toEqual([...new Set(all)])
    expect(relationOf(people.rm, givenVerified(), facts)).toBe('did')
    expect(relationOf(people.supportLead, givenVerified(), facts)).toBe('receives')
    expect(relationOf(people.billingLead, givenVerified(), facts)).toBe('uses')
  })

  test('Support receives it, also when they did something for it', () => {
    const readiness = { items: [item(1, people.supportLead)], wayBack: null }
    expect(relationOf(people.supportLead)).toBe('receives')
    expect(relationOf(people.supportLead, givenVerified({ readiness }))).toBe('receives')
  })

  test('so does whoever fills the role that communicates', () => {
    const model = {
      ...givenFacts().model,
      items: givenFacts().model.items.map((rule) => ({ ...rule, owner: 'Product' })),
    }
    expect(relationOf(people.paymentsLead, givenVerified(), givenFacts({ model }))).toBe('receives')
  })

  test('one person who fills every role is asked once', () => {
    const holders = Object.fromEntries(solo.roles.map(({ name }) => [name, [people.rm]]))
    expect(
      askedAbout(givenVerified(), givenFacts({ model: solo, holders: { ...holders, Support: [people.rm] } })),
    ).toEqual([{ person: people.rm, relation: 'did' }])
  })

  test('nobody who left, no guest, nobody without a part', () => {
    const facts = givenFacts()
    const gone = new Map(facts.people)
    const lead = gone.get(people.supportLead)
    if (lead) gone.set(lead.id, { ...lead, deleted: true })
    expect(relationOf(people.supportLead, givenVerified(), { ...facts, people: gone })).toBeUndefined()
    expect(relationOf(people.bystander)).toBeUndefined()
    const readiness = { items: [item(1, people.guest)], wayBack: null }
    expect(relationOf(people.guest, givenVerified({ readiness }))).toBeUndefined()
  })
})
