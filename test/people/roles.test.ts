import { describe, expect, test } from 'vitest'
import type { Person } from '../../src/people/people.ts'
import { fillRoles } from '../../src/people/roles.ts'
import type { Product } from '../../src/products/products.ts'
import { givenFacts, payments, people } from '../given.ts'

const directory = (over: readonly Person[] = []) => ({
  people: [...over, ...givenFacts().people.values()],
  groups: [{ id: 'S1', handle: 'oncall', members: [people.opsOncall] }],
})
const product = (roles: Product['roles']): Product => ({ ...payments, roles, consumers: [] })
const somebody = (over: Partial<Person>): Person => ({
  id: 'UX',
  name: 'x',
  email: 'x@example.com',
  zone: 'UTC',
  guest: false,
  deleted: false,
  admin: false,
  ...over,
})

describe('a role is filled from', () => {
  test.each([
    ['an e-mail', 'dba@example.com', people.dba],
    ['an e-mail in any case', 'DBA@Example.com', people.dba],
    ['a Slack id', people.dba, people.dba],
    ['the handle of a user group', '@oncall', 'S1'],
    ['the id of a user group', 'S1', 'S1'],
  ])('%s', (_, named, holder) => {
    expect(fillRoles([product({ Data: [named] })], directory())).toEqual({
      holders: [{ product: 'payments', kind: 'role', role: 'Data', holder }],
      warnings: [],
    })
  })

  test('several people, each once however often they are named', () => {
    const { holders } = fillRoles(
      [product({ Data: [people.dba, 'dba@example.com', '@oncall'] })],
      directory(),
    )
    expect(holders.map(({ holder }) => holder)).toEqual([people.dba, 'S1'])
  })

  test('the one who is here when somebody with the same address has left', () => {
    const left = somebody({ email: 'dba@example.com', deleted: true })
    expect(fillRoles([product({ Data: ['dba@example.com'] })], directory([left])).holders).toMatchObject([
      { holder: people.dba },
    ])
  })
})

describe('who cannot fill it is told, and the role has no owner', () => {
  test.each([
    ['nobody@example.com', 'nobody@example.com fills Security of payments but is not in this workspace'],
    ['UNOBODY', 'UNOBODY fills Security of payments but is not in this workspace'],
    ['x@example.com', 'x@example.com fills Security of payments but has left this workspace'],
    ['guest@example.com', 'guest@example.com fills Security of payments but is a guest'],
    ['@security', '@security fills Security of payments but is no user group of this workspace'],
    ['S404', 'S404 fills Security of payments but is no user group of this workspace'],
  ])('%s', (named, warning) => {
    const filled = fillRoles([product({ Security: [named] })], directory([somebody({ deleted: true })]))
    expect(filled).toEqual({ holders: [], warnings: [`${warning}: Security has no holder yet`] })
  })

  test('the others fill it', () => {
    const filled = fillRoles([product({ Security: ['nobody@example.com', people.secLead] })], directory())
    expect(filled).toEqual({
      holders: [{ product: 'payments', kind: 'role', role: 'Security', holder: people.secLead }],
      warnings: ['nobody@example.com fills Security of payments but is not in this workspace'],
    })
  })
})
