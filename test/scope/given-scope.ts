import type { Feature } from '../../src/feature.ts'
import { evolveReadiness } from '../../src/readiness/evolve.ts'
import { emptyReadiness } from '../../src/readiness/readiness.ts'
import type { Release } from '../../src/releases/release.ts'
import { parseChanges } from '../../src/scope/changes.ts'
import { evolveScope, numbered, type Scope } from '../../src/scope/scope.ts'
import { givenRelease } from '../given.ts'

export const features: readonly Feature[] = [
  { name: 'scope', evolve: evolveScope },
  { name: 'readiness', evolve: evolveReadiness },
]

export const scopeOfThree: Scope = {
  components: [
    { name: 'payments-api', revision: '7c1d2e0' },
    { name: 'payments-ledger', revision: '1f00c2d' },
    { name: 'checkout-web', revision: null },
  ],
  changes: numbered(
    parseChanges('feature: Refunds the same day\nfix: paid twice https://t/812\nfix: rounding'),
  ),
  flags: ['refunds-same-day'],
  exposure: null,
}

export const givenScoped = (scope: Partial<Scope> = {}, overrides: Partial<Release> = {}) =>
  givenRelease({ scope: { ...scopeOfThree, ...scope }, readiness: emptyReadiness, ...overrides })
