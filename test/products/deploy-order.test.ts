import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Component, inDeployOrder } from '../../src/products/products.ts'
import { payments } from '../given.ts'

const component = (name: string, dependsOn: readonly string[] = []): Component => ({
  name,
  repository: null,
  owner: 'Web',
  deployedBy: 'Web',
  dependsOn,
})
const names = (components: readonly Component[]) => components.map(({ name }) => name)

describe('components are deployed after those they depend on', () => {
  test('as in the story: the ledger, the api, then the web', () => {
    expect(names(inDeployOrder(payments.components))).toEqual([
      'payments-ledger',
      'payments-api',
      'checkout-web',
    ])
  })

  test('else as the manifest lists them', () => {
    expect(
      names(inDeployOrder([component('b'), component('a', ['c']), component('d'), component('c')])),
    ).toEqual(['b', 'd', 'c', 'a'])
  })

  test('what is not in this release does not hold anything up', () => {
    expect(names(inDeployOrder([component('web', ['api'])]))).toEqual(['web'])
  })

  test('for all components without a circle', () => {
    // Each may depend on those with a smaller number, so there is no circle; then they are shuffled.
    const anyComponents = fc
      .array(fc.array(fc.nat(20)), { maxLength: 20 })
      .map((needs) =>
        needs.map((on, i) =>
          component(
            `c${i}`,
            on.filter((n) => n < i).map((n) => `c${n}`),
          ),
        ),
      )
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
    fc.assert(
      fc.property(anyComponents, (components) => {
        const order = names(inDeployOrder(components))
        expect([...order].sort()).toEqual(names(components).sort())
        for (const { name, dependsOn } of components)
          for (const earlier of dependsOn) expect(order.indexOf(earlier)).toBeLessThan(order.indexOf(name))
      }),
    )
  })
})
