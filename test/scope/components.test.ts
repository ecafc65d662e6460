import { describe, expect, test } from 'vitest'
import { linesOf, parseComponents, readComponent } from '../../src/scope/components.ts'
import { setScopeFrom } from '../../src/scope/planned.ts'
import { payments, refusal } from '../given.ts'

describe('a component is read with its revision', () => {
  test.each([
    ['payments-ledger 4be77d1', { name: 'payments-ledger', revision: '4be77d1' }],
    ['Payments-Ledger: 4be77d1', { name: 'payments-ledger', revision: '4be77d1' }],
    [
      'payments-ledger = registry:5000/ledger@sha256:9',
      { name: 'payments-ledger', revision: 'registry:5000/ledger@sha256:9' },
    ],
    ['payments-api', { name: 'payments-api', revision: null }],
  ])('%s', (line, component) => {
    expect(readComponent(payments, line)).toEqual(component)
  })

  test.each([
    ['payments-leger 4be77d1', 'Payments has no component "payments-leger". Did you mean payments-ledger?'],
    ['billing 1', 'Payments has no component "billing". It has payments-api, payments-ledger, checkout-web.'],
    ['payments-api 4be 77d', 'A revision is one word. I read payments-api, "4be 77d".'],
    [`payments-api ${'a'.repeat(101)}`, 'That revision has 101 characters, at most 100.'],
  ])('%s is refused', (line, words) => {
    expect(refusal(() => readComponent(payments, line))).toBe(words)
  })
})

test('a list is read as it is written, and none stands there twice', () => {
  const components = parseComponents(payments, 'payments-api 7c1d2e0\n\ncheckout-web\n')
  expect(parseComponents(payments, linesOf(components))).toEqual(components)
  expect(refusal(() => parseComponents(payments, 'payments-api 1\npayments-api 2'))).toBe(
    'payments-api stands there twice.',
  )
})

test('a revision may have a hundred characters, and a name three slips', () => {
  const longest = 'a'.repeat(100)
  expect(readComponent(payments, `payments-api ${longest}`).revision).toBe(longest)
  expect(refusal(() => readComponent(payments, 'payments-apixyz'))).toContain('Did you mean payments-api?')
  expect(refusal(() => readComponent(payments, 'payments-apiwxyz'))).toContain('It has payments-api')
})

describe('a scope is planned', () => {
  const nothing = { components: null, changes: null, flags: null, exposure: null }

  test('with all components when none is named', () => {
    const { components } = setScopeFrom(payments, nothing)
    expect(components.map(({ name }) => name)).toEqual(['payments-api', 'payments-ledger', 'checkout-web'])
    expect(components.every(({ revision }) => revision === null)).toBe(true)
  })

  test('with what the form says', () => {
    const said = {
      components: 'payments-api 1',
      changes: 'fix: a',
      flags: 'x\n\n y \nx',
      exposure: ' one ring ',
    }
    expect(setScopeFrom(payments, said)).toEqual({
      components: [{ name: 'payments-api', revision: '1' }],
      changes: [{ kind: 'fix', title: 'a', link: null }],
      flags: ['x', 'y'],
      exposure: 'one ring',
    })
  })
})
