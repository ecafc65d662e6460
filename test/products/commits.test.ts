import { describe, expect, test } from 'vitest'
import { commitAddress } from '../../src/products/commits.ts'
import { payments } from '../given.ts'

const address = (repository: string | null, revision: string | null = '4be77d1') => {
  const [one] = payments.components
  const components = one ? [{ ...one, name: 'ledger', repository }] : []
  return commitAddress({ ...payments, components }, 'ledger', revision)
}

describe('where a revision can be read', () => {
  test.each([
    ['https://github.com/acme/ledger', 'https://github.com/acme/ledger/commit/4be77d1'],
    ['https://github.com/acme/ledger.git', 'https://github.com/acme/ledger/commit/4be77d1'],
    ['acme/ledger', 'https://github.com/acme/ledger/commit/4be77d1'],
    ['https://gitlab.acme.com/pay/core/ledger/', 'https://gitlab.acme.com/pay/core/ledger/-/commit/4be77d1'],
    ['https://bitbucket.org/acme/ledger', 'https://bitbucket.org/acme/ledger/commits/4be77d1'],
  ])('of %s', (repository, expected) => {
    expect(address(repository)).toBe(expected)
  })

  test.each([
    ['a host that nobody knows', 'https://git.acme.com/ledger'],
    ['no https', 'http://github.com/acme/ledger'],
    ['a name that only looks like one', 'https://notgithub.com/acme/ledger'],
    ['other words', 'the ledger team’s'],
    ['no repository', null],
  ])('is not guessed for %s', (_, repository) => {
    expect(address(repository)).toBeNull()
  })

  test.each(['2.4.0', 'main', 'a1', null])('is not guessed for the revision %s', (revision) => {
    expect(address('acme/ledger', revision)).toBeNull()
  })

  test('nor for a component that the product does not have', () => {
    expect(commitAddress(payments, 'billing', '4be77d1')).toBeNull()
  })
})
