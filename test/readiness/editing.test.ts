import { describe, expect, test } from 'vitest'
import type { Person, PersonId } from '../../src/people/people.ts'
import { editItem, type ItemEdit } from '../../src/readiness/editing.ts'
import { itemNumbered } from '../../src/readiness/standing.ts'
import { actor, given, givenFacts, people } from '../given.ts'
import { done, features, givenListed, wayBack } from './given-readiness.ts'

const person = (id: PersonId): Person => givenFacts().people.get(id) ?? expect.fail(`nobody is ${id}`)
const filled = (
  number: number,
  edit: ItemEdit,
  { release = givenListed(), by = people.rm as PersonId } = {},
) => given(features, release).when((r, f, n) => editItem(r, f, n, actor(by), number, edit))

describe('an item’s form', () => {
  test('sent as it was is nothing', () => {
    filled(4, { is: 'open', note: null, owner: person(people.dba) }).happens([])
    filled(2, { is: 'done', note: null }, { release: givenListed([done(2)]) }).happens([])
  })

  test('says several things at once', () => {
    const edit: ItemEdit = {
      is: 'blocked',
      note: 'no data',
      waitsFor: person(people.opsLead),
      owner: person(people.opsOncall),
    }
    expect(itemNumbered(filled(4, edit).state, 4)).toMatchObject({
      owner: people.opsOncall,
      state: { is: 'blocked', why: 'no data', waitsFor: people.opsLead },
    })
  })

  test('finishes with its evidence and the way back', () => {
    const { state } = filled(4, { is: 'done', note: 'https://ci/1', wayBack })
    expect(state.readiness.wayBack).toEqual(wayBack)
    expect(itemNumbered(state, 4).state).toMatchObject({ is: 'done', evidence: 'https://ci/1' })
  })

  test('agrees the way back while its item stays open, if its owner says so', () => {
    filled(4, { is: 'open', note: null, wayBack }, { by: people.dba }).happens([
      { type: 'wayBackSet', ...wayBack },
    ])
    filled(4, { is: 'open', note: null, wayBack }, { by: people.qaLead }).isRefused(
      'Only dba or rm changes item 4.',
    )
  })

  test('leaves the way back alone where it stays as it was, so that whoever may block may block', () => {
    const why = 'staging is down'
    filled(4, { is: 'blocked', note: why }, { by: people.qaLead }).happens([
      { type: 'itemBlocked', number: 4, why, waitsFor: null },
    ])
  })

  test('opens what was blocked, done or skipped', () => {
    const blocked = givenListed([{ type: 'itemBlocked', number: 2, why: 'x', waitsFor: null }])
    filled(2, { is: 'open', note: 'x' }, { release: blocked }).happens([{ type: 'itemUnblocked', number: 2 }])
    filled(2, { is: 'open', note: null }, { release: givenListed([done(2)]) }).happens([
      { type: 'itemReopened', number: 2 },
    ])
  })

  test('refuses as the command does', () => {
    filled(6, { is: 'blocked', note: null }).isRefused(/^Blocked by what\?/)
    filled(6, { is: 'skipped', note: 'no' }, { by: people.qaLead }).isRefused(
      /^Only rm or an admin skips an item/,
    )
  })
})
