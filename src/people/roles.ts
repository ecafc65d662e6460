import type { Consumer, Product } from '../products/products.ts'
import type { Person } from './people.ts'

/** A Slack user group: roles may be filled from it. */
export interface Group {
  readonly id: string
  readonly handle: string
  readonly members: readonly string[]
}

/** Everyone and every user group that a workspace has. */
export interface Directory {
  readonly people: readonly Person[]
  readonly groups: readonly Group[]
}

/** A role of a product and one who fills it, or a consumer and who answers for it: a person or a user group, by Slack id. */
export interface Holder {
  readonly product: string
  readonly kind: 'role' | 'consumer'
  readonly role: string
  readonly holder: string
}

export interface Filled {
  readonly holders: readonly Holder[]
  /** Those whom a product names and who cannot fill the role, one sentence each. */
  readonly warnings: readonly string[]
}

/** Finds in the directory those whom the products name for their roles and for their consumers. */
export function fillRoles(products: readonly Product[], directory: Directory): Filled {
  const filled = products.flatMap((product) => [
    ...Object.entries(product.roles).map(([role, named]) => fillRole(product.name, role, named, directory)),
    ...product.consumers.map((consumer) => findContact(product.name, consumer, directory)),
  ])
  return {
    holders: filled.flatMap(({ holders }) => holders),
    warnings: filled.flatMap(({ warnings }) => warnings),
  }
}

function fillRole(product: string, role: string, named: readonly string[], directory: Directory): Filled {
  const found = named.map((who) => ({ who, ...find(who, directory) }))
  const holders = new Set(found.flatMap(({ id }) => id ?? []))
  const rest = holders.size === 0 ? `: ${role} has no holder yet` : ''
  return {
    holders: [...holders].map((holder) => ({ product, kind: 'role', role, holder })),
    warnings: found.flatMap(({ who, why }) =>
      why ? `${who} fills ${role} of ${product} but ${why}${rest}` : [],
    ),
  }
}

function findContact(product: string, { name, contact }: Consumer, directory: Directory): Filled {
  const { id, why } = find(contact, directory)
  return {
    holders: id ? [{ product, kind: 'consumer', role: name, holder: id }] : [],
    warnings: why
      ? [`${contact} answers for ${name}, which uses ${product}, but ${why}: nobody of ${name} is asked`]
      : [],
  }
}

/** An e-mail, a Slack id, or the handle of a user group. */
function find(who: string, { people, groups }: Directory): { readonly id?: string; readonly why?: string } {
  const group = groups.find(({ id, handle }) => id === who || `@${handle}` === who)
  if (group) return { id: group.id }
  if (who.startsWith('@') || who.startsWith('S')) return { why: 'is no user group of this workspace' }
  const candidates = people.filter(({ id, email }) => id === who || email === who.toLowerCase())
  const person = candidates.find(({ deleted }) => !deleted) ?? candidates[0]
  if (!person) return { why: 'is not in this workspace' }
  if (person.deleted) return { why: 'has left this workspace' }
  return person.guest ? { why: 'is a guest' } : { id: person.id }
}
