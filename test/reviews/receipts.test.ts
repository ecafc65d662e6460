import { expect, test } from 'vitest'
import { addAction } from '../../src/reviews/acting.ts'
import { addedReceipt } from '../../src/reviews/receipts.ts'
import { actor, berlin, givenFacts, people, recorded } from '../given.ts'
import { shown } from '../shown.ts'
import { does, givenReview } from './given-review.ts'

const facts = givenFacts()
const owner = facts.people.get(people.apiOwner) ?? null
const wish = { what: 'size the pool', owner, due: berlin('15 Dec 17:00') }

test('an action that was added is told whole; one that is on the list already is not told as new', () => {
  const before = givenReview()
  const events = addAction(before, facts, berlin('4 Dec 10:00'), actor(people.rm), wish)
  const release = does(before, '4 Dec 10:00', people.rm, () => events)
  expect(shown(addedReceipt({ release, facts, events: recorded(before, events) }))).toBe(
    'Action 1 of *payments-2.4.0*: size the pool, api-owner, by Tue 15 Dec.',
  )
  expect(addAction(release, facts, berlin('4 Dec 10:05'), actor(people.rm), wish)).toEqual([])
  expect(shown(addedReceipt({ release, facts, events: [] }))).toBe(
    'That is on the list of *payments-2.4.0* already.',
  )
})
