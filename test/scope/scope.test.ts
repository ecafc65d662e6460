import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceTo, emptyScope, fingerprintOf, revisionOf, sealOf } from '../../src/scope/scope.ts'
import { after, givenRelease } from '../given.ts'
import { features, givenScoped, scopeOfThree } from './given-scope.ts'

describe('the seal', () => {
  const seal = sealOf(scopeOfThree)

  test('does not mind in which order things were written', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...scopeOfThree.components], { minLength: 3 }),
        fc.shuffledSubarray([...scopeOfThree.changes], { minLength: 3 }),
        (components, changes) => {
          expect(sealOf({ ...scopeOfThree, components, changes })).toBe(seal)
        },
      ),
    )
  })

  test.each([
    [
      'a revision',
      { components: [{ name: 'payments-api', revision: '8' }, ...scopeOfThree.components.slice(1)] },
    ],
    ['a component', { components: scopeOfThree.components.slice(1) }],
    ['a change', { changes: scopeOfThree.changes.slice(1) }],
    ['another link', { changes: scopeOfThree.changes.map((one) => ({ ...one, link: 'https://ci/813' })) }],
    ['a flag', { flags: [] }],
    ['the exposure plan', { exposure: 'Berlin first' }],
  ])('differs with %s', (_, part) => {
    expect(sealOf({ ...scopeOfThree, ...part })).not.toBe(seal)
  })

  test('does not mind how a change is worded; the fingerprint of the form does', () => {
    const reworded = {
      ...scopeOfThree,
      changes: scopeOfThree.changes.map((one) => ({ ...one, title: `${one.title}, mended` })),
    }
    expect(sealOf(reworded)).toBe(seal)
    expect(fingerprintOf(reworded)).not.toBe(fingerprintOf(scopeOfThree))
    expect(fingerprintOf({ ...scopeOfThree })).toBe(fingerprintOf(scopeOfThree))
  })

  test('cannot be confused by words that look like its parts', () => {
    const one = sealOf({ ...emptyScope, flags: ['a', 'b'] })
    expect(sealOf({ ...emptyScope, flags: ['a","b'] })).not.toBe(one)
  })
})

test('the difference to the last release names what changed', () => {
  const previous = {
    key: 'payments-2.3.2',
    revisions: { 'payments-api': '7c1d2e0', 'payments-ledger': '0a' },
  }
  expect(differenceTo(previous, scopeOfThree)).toEqual([
    { name: 'payments-api', revision: '7c1d2e0', before: '7c1d2e0', changed: false },
    { name: 'payments-ledger', revision: '1f00c2d', before: '0a', changed: true },
    { name: 'checkout-web', revision: null, before: null, changed: false },
  ])
})

describe('what is planned', () => {
  test('becomes the scope, its changes numbered in their order', () => {
    const planned = {
      ...scopeOfThree,
      changes: scopeOfThree.changes.map(({ number: _, ...change }) => change),
    }
    const release = after(features, givenRelease({ scope: emptyScope }), [{ type: 'scopeSet', ...planned }])
    expect(release.scope).toEqual(scopeOfThree)
  })

  test('an unknown component has no revision', () => {
    expect(revisionOf(givenScoped(), 'billing')).toBeNull()
    expect(revisionOf(givenScoped(), 'payments-ledger')).toBe('1f00c2d')
  })
})
