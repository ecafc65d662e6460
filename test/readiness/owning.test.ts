import { describe, expect, test } from 'vitest'
import type { Person, PersonId } from '../../src/people/people.ts'
import { give, take } from '../../src/readiness/owning.ts'
import { actor, given, givenFacts, people } from '../given.ts'
import { done, features, givenListed, shortHanded } from './given-readiness.ts'

const facts = givenFacts()
const person = (id: PersonId): Person => facts.people.get(id) ?? expect.fail(`nobody is ${id}`)

describe('an item that nobody owns', () => {
  test.each([people.dba, people.opsOncall, people.rm, people.bystander])('is taken by %s', (who) => {
    given(features, givenListed(), shortHanded)
      .when((r, f, n) => take(r, f, n, actor(who), 4))
      .happens([{ type: 'itemTaken', number: 4, owner: who }])
  })
})

describe('an item that somebody owns', () => {
  const taken = givenListed([{ type: 'itemTaken', number: 4, owner: people.dba }])

  test('is theirs already', () => {
    given(features, taken, shortHanded)
      .when((r, f, n) => take(r, f, n, actor(people.dba), 4))
      .happens([])
  })

  test.each([people.opsOncall, people.rm])('is taken over by %s', (who) => {
    given(features, taken, shortHanded)
      .when((r, f, n) => take(r, f, n, actor(who), 4))
      .happens([{ type: 'itemTaken', number: 4, owner: who }])
  })

  test('is not taken from them by others', () => {
    given(features, taken, shortHanded)
      .when((r, f, n) => take(r, f, n, actor(people.qaLead), 4))
      .isRefused("Item 4 is dba's. dba or rm gives it: /release ready 4 give @you")
  })
})

describe('giving', () => {
  const giving = (who: PersonId, to: Person | null, release = givenListed()) =>
    given(features, release).when((r, f, n) => give(r, f, n, actor(who), 4, to))

  test.each([people.rm, people.deputy, people.admin, people.dba])('is for %s', (who) => {
    giving(who, person(people.bystander)).happens([{ type: 'itemGiven', number: 4, owner: people.bystander }])
  })

  test.each([people.qaLead, people.bystander])('is not for %s', (who) => {
    giving(who, person(people.qaLead)).isRefused('Only dba or rm gives item 4 away.')
  })

  test('needs somebody', () => {
    giving(people.rm, null).isRefused('Give it to whom? Like: /release ready 4 give @dba')
  })

  test('to a guest or to somebody who left is refused', () => {
    giving(people.rm, person(people.guest)).isRefused('guest is a guest, and guests read along.')
    giving(people.rm, { ...person(people.qaLead), deleted: true }).isRefused(
      'qa-lead is not in this workspace any more.',
    )
  })

  test('to who owns it is nothing', () => {
    giving(people.rm, person(people.dba)).happens([])
  })

  test('what is done is too late', () => {
    giving(people.rm, person(people.qaLead), givenListed([done(4)])).isRefused('Item 4 is done already.')
  })
})
