import { type Model, rolesIn } from '../models/models.ts'
import type { Product } from '../products/products.ts'
import type { Facts, Release } from '../releases/release.ts'
import { isActive } from './permissions.ts'
import type { Holder } from './roles.ts'

/** Whom a product names for a role or a consumer; for a user group its members. */
export interface Named extends Pick<Holder, 'kind' | 'role' | 'holder'> {
  readonly members: readonly string[] | null
}

/** Everyone whom a product names, whatever has become of them since. */
export const everyoneNamed = (named: readonly Named[]) => named.flatMap(peopleIn)

const peopleIn = ({ holder, members }: Named) => members ?? [holder]

/**
 * Who fills each role that the model or the product names, and who answers for the product's consumers. People who
 * left and guests fill no role and rate nothing.
 */
export function holdersOf(
  { manager, deputy }: Pick<Release, 'manager' | 'deputy'>,
  named: readonly Named[],
  { model, product, people }: Pick<Facts, 'model' | 'product' | 'people'>,
): Pick<Facts, 'holders' | 'consumers'> {
  const active = (ids: readonly string[]) => [...new Set(ids)].filter((id) => isActive(people.get(id)))
  const managers = active([manager, deputy].filter((id) => id !== null)).slice(0, 1)
  const byManager = model.roles.filter((rule) => rule.holders === 'manager').map((rule) => rule.name)
  const filled = rolesOf(model, product).map((role) => {
    const holding = named.filter((row) => row.kind === 'role' && row.role === role)
    return [role, byManager.includes(role) ? managers : active(everyoneNamed(holding))] as const
  })
  const consumers = active(everyoneNamed(named.filter(({ kind }) => kind === 'consumer')))
  return { holders: Object.fromEntries(filled), consumers }
}

function rolesOf(model: Model, { components, roles }: Product): string[] {
  const ofComponents = components.flatMap(({ owner, deployedBy }) => [owner, deployedBy])
  return [...new Set([...rolesIn(model), ...ofComponents, ...Object.keys(roles)])]
}
