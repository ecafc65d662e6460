import { describe, expect, test } from 'vitest'
import { Rejection } from '../../src/errors.ts'
import { onlyWhoRunsIt } from '../../src/people/permissions.ts'
import { hold } from '../../src/releases/lifecycle.ts'
import { type Release, type State, states } from '../../src/releases/release.ts'
import { actor, berlin, givenFacts, givenRelease, people, refusal } from '../given.ts'

const facts = givenFacts()
const refused = (release: Release, person: string) =>
  refusal(() => onlyWhoRunsIt(release, facts, actor(person), 'starts it'))

const held = { since: berlin('1 Dec 20:15'), by: people.opsOncall, why: 'INC-482' }
const safeWay = 'Only rm or an admin starts it. You may hold it: /release hold <why>'
const noMore = 'Only rm or an admin starts it.'

describe('a refusal offers the safe way', () => {
  test.each<[State, string]>([
    ['planned', safeWay],
    ['preparing', safeWay],
    ['deciding', safeWay],
    ['cleared', safeWay],
    ['executing', safeWay],
    ['verifying', safeWay],
    ['reviewing', noMore],
    ['closed', noMore],
    ['cancelled', noMore],
  ])('%s: "%s"', (state, words) => {
    expect(refused(givenRelease({ state }), people.qaLead)).toBe(words)
    expect(refused(givenRelease({ state, hold: held }), people.qaLead)).toBe(noMore)
    expect(refused(givenRelease({ state }), people.bystander)).toBe(noMore)
  })

  test('exactly where a hold would be taken from this person', () => {
    for (const state of states) {
      for (const hold of [null, held]) {
        for (const person of [people.qaLead, people.opsOncall, people.bystander]) {
          const release = givenRelease({ state, hold })
          const told = refused(release, person).includes('You may hold it')
          expect([state, hold, person, told]).toEqual([state, hold, person, mayHold(release, person)])
        }
      }
    }
  })

  test('not to guests, who may not act at all', () => {
    expect(refused(givenRelease(), people.guest)).not.toContain('You may hold it')
  })
})

test.each([people.rm, people.deputy, people.admin])('%s is not refused', (person) => {
  expect(onlyWhoRunsIt(givenRelease(), facts, actor(person), 'starts it')).toBeUndefined()
})

function mayHold(release: Release, person: string): boolean {
  try {
    return hold(release, facts, berlin('1 Dec 20:20'), actor(person), 'refund errors').length > 0
  } catch (error) {
    if (error instanceof Rejection) return false
    throw error
  }
}
