import type { Product } from '../products/products.ts'
import { parseChanges } from './changes.ts'
import { parseComponents } from './components.ts'
import type { PlannedScope } from './scope.ts'

/** What a form asks about the scope, each as text or left empty. */
export interface ScopeFields {
  readonly components: string | null
  readonly changes: string | null
  readonly flags: string | null
  readonly exposure: string | null
}

/**
 * A scope from the texts of a form. No components given means all of the product's.
 * @throws Rejection for a component the product does not have.
 */
export function setScopeFrom(
  product: Product,
  { components, changes, flags, exposure }: ScopeFields,
): PlannedScope {
  const named = components ? parseComponents(product, components) : []
  const all = product.components.map(({ name }) => ({ name, revision: null }))
  return {
    components: named.length > 0 ? named : all,
    changes: changes ? parseChanges(changes) : [],
    flags: readFlags(flags),
    exposure: exposure?.trim() || null,
  }
}

/** Flags as a form lists them, one per line; one that stands twice counts once. */
export const readFlags = (text: string | null): string[] => [
  ...new Set(
    (text ?? '')
      .split('\n')
      .map((flag) => flag.trim())
      .filter(Boolean),
  ),
]
