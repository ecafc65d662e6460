import { describe, expect, test } from 'vitest'
import type { Changed, Waiting } from '../../src/feature.ts'
import { concernedBy, waitingFor, waitingIn, whoseListChanged } from '../../src/home/mine.ts'
import { waitingItems } from '../../src/readiness/waiting.ts'
import { md } from '../../src/slack/blocks.ts'
import { actor, berlin, givenFacts, people, recorded, system } from '../given.ts'
import { done, givenListed } from '../readiness/given-readiness.ts'

const readiness = { waiting: waitingItems }
const known = (events = givenListed()) => ({ release: events, facts: givenFacts() })
const now = berlin('26 Nov 10:00')
const withoutPerson = (id: string) => new Map([...givenFacts().people].filter(([known]) => known !== id))

describe('what waits', () => {
  test('is gathered from every feature, late first, then what is due soonest', () => {
    const rating: Waiting = {
      person: people.dba,
      release: 'r1',
      kind: 'rating',
      what: md`Rate it`,
      due: berlin('25 Nov 10:00'),
      late: false,
      buttons: null,
    }
    const mine = waitingFor([readiness, { waiting: () => [rating] }], [known()], people.dba, now)
    expect(mine.map(({ what }) => what.mrkdwn)).toEqual([
      '4 Rehearse the rollback',
      'Rate it',
      '5 Migration on a copy',
    ])
    expect(mine[0]).toMatchObject({ key: 'payments-2.4.0', zone: 'Europe/Berlin', late: true })
  })

  test('is only one’s own', () => {
    const all = waitingIn([readiness], known(), now)
    const qa = waitingFor([readiness], [known()], people.qaLead, now)
    expect(all.length).toBeGreaterThan(qa.length)
    expect(qa.map(({ what }) => what.mrkdwn)).toEqual(['6 Load test, twice the traffic'])
  })
})

describe('whose list a change touches', () => {
  test('is always somebody whom it concerns', () => {
    const given = recorded(givenListed(), [{ type: 'itemGiven', number: 5, owner: people.bystander }])
    for (const events of [changed({}).events, given]) {
      const change = changed({ events, facts: givenFacts({ people: withoutPerson(people.bystander) }) })
      expect(concernedBy(change)).toEqual(expect.arrayContaining(whoseListChanged([readiness], change)))
    }
  })

  const changed = (part: Partial<Changed>): Changed => ({
    before: givenListed(),
    after: givenListed([done(5)]),
    facts: givenFacts(),
    events: recorded(givenListed(), [done(5)], { by: actor(people.rm) }),
    now,
    ...part,
  })

  test('only those for whom something else waits now', () => {
    expect(whoseListChanged([readiness], changed({}))).toEqual([people.dba])
  })

  test('nobody’s, when nothing that waits is different', () => {
    expect(whoseListChanged([readiness], changed({ after: givenListed() }))).toEqual([])
  })

  test('with the clock, those who have something late since', () => {
    const after = givenListed()
    const events = recorded(after, [{ type: 'itemsFellLate', numbers: [4] }], { by: system })
    expect(whoseListChanged([readiness], changed({ after, events }))).toEqual([people.dba])
  })

  test('of a new release everyone for whom something waits', () => {
    const touched = whoseListChanged([readiness], changed({ before: null, after: givenListed() }))
    expect(touched).toContain(people.qaLead)
    expect(touched).toContain(people.dba)
  })

  test('whoever is given something that nobody knew them by before', () => {
    const events = recorded(givenListed(), [{ type: 'itemGiven', number: 5, owner: people.bystander }])
    expect(whoseListChanged([readiness], changed({ after: givenListed(), events }))).toEqual([
      people.bystander,
    ])
  })
})
