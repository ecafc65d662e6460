import { describe, expect, test } from 'vitest'
import { Rejection } from '../../src/errors.ts'
import { newestVote, standing } from '../../src/votes/votes.ts'
import { givenFacts, people, refusal } from '../given.ts'
import { givenVote, type Saying, saying, says } from './given-vote.ts'

const countedFor = (person: string, more: Saying = {}, words = 'go') =>
  standing(newestVote(says(givenVote(), person, words, more)) ?? expect.fail('no vote')).map(
    ({ role }) => role,
  )

const { holders } = givenFacts()
const twoRoles = givenFacts({ holders: { ...holders, Support: [people.qaLead] } })
const offered = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Rejection) return error.offers
  }
  return expect.fail('it was allowed')
}

describe('who may answer', () => {
  test.each([
    ['a holder of a mandatory role', people.qaLead, ['Quality']],
    ['another holder of the same role', people.secSecond, ['Security']],
    ['a holder of an advisory role', people.supportLead, ['Support']],
  ])('%s may', (_, person, roles) => {
    expect(countedFor(person)).toEqual(roles)
  })

  test.each([
    ['the release manager', people.rm],
    ['an admin', people.admin],
    ['somebody whose role is not in the vote', people.dba],
    ['a bystander', people.bystander],
  ])('%s may only advise', (_, person) => {
    expect(refusal(() => saying(givenVote(), person, 'go'))).toBe(
      'Only Security, Quality, Operations and Product answer this: sec-lead, sec-second, qa-lead, ops-lead and payments-lead. In the thread your word stands as advice.',
    )
    expect(countedFor(person, { door: 'thread' })).toEqual([null])
    expect(countedFor(person, { roles: 'advice' })).toEqual([null])
  })

  test('advice is offered to those who may only advise, and there is nothing for them to abstain from', () => {
    expect(offered(() => saying(givenVote(), people.dba, 'no-go staging is red'))).toEqual([
      { label: 'No-go, as advice', run: 'no-go payments-2.4.0 for advice staging is red' },
    ])
    expect(offered(() => saying(givenVote(), people.dba, 'abstain', { door: 'thread' }))).toEqual([])
  })

  test('nobody answers for a role they do not hold', () => {
    const refused = refusal(() => saying(givenVote(), people.qaLead, 'go', { roles: ['security'] }))
    expect(refused).toBe(
      'Only Security answers this: sec-lead and sec-second. In the thread your word stands as advice.',
    )
  })

  test('a role nobody knows is named, with those there are', () => {
    expect(refusal(() => saying(givenVote(), people.qaLead, 'go', { roles: ['Legal'] }))).toBe(
      'I do not know the role "Legal". There are Security, Quality, Operations, Product and Support.',
    )
  })
})

test('a button that names no role any more asks as one that never did', () => {
  expect(countedFor(people.qaLead, { roles: [] })).toEqual(['Quality'])
})

describe('somebody with two roles', () => {
  test('is asked for which', () => {
    const ask = () => saying(givenVote(), people.qaLead, 'no-go checkout is red', { facts: twoRoles })
    expect(refusal(ask)).toBe('You hold two roles. For which?')
    expect(offered(ask)).toEqual([
      { label: 'Quality', run: 'no-go payments-2.4.0 for Quality checkout is red' },
      { label: 'Support', run: 'no-go payments-2.4.0 for Support checkout is red' },
      { label: 'Both', run: 'no-go payments-2.4.0 for all checkout is red' },
    ])
  })

  test('may name one or both', () => {
    expect(countedFor(people.qaLead, { facts: twoRoles, roles: ['quality'] })).toEqual(['Quality'])
    expect(countedFor(people.qaLead, { facts: twoRoles, roles: 'all' })).toEqual(['Quality', 'Support'])
  })

  test('with many, gets four buttons at most', () => {
    const all = Object.fromEntries(Object.keys(holders).map((role) => [role, [people.rm]]))
    const offers = offered(() =>
      saying(givenVote(), people.rm, 'go', { facts: givenFacts({ holders: all }) }),
    )
    expect(offers.map(({ label }) => label)).toEqual(['Security', 'Quality', 'Operations', 'All five'])
  })
})
