import type { Release } from '../releases/release.ts'
import { materialParts, type Scope } from '../scope/scope.ts'

export interface RevisedComponent {
  readonly name: string
  readonly from: string | null
  readonly to: string | null
}

/** What became different between two scopes. */
export interface Difference {
  readonly components: readonly RevisedComponent[]
  /** The other parts that differ, as people call them. */
  readonly parts: readonly ('the changes' | 'the flags' | 'the exposure')[]
}

/** What changed in the scope since it had this seal: until now, or until it had another. */
export function changedSince(release: Release, seal: string, until?: string): Difference {
  const { sealed } = release.votes
  const [then, later] = [sealed[seal], until ? sealed[until] : release.scope]
  return then && later ? difference(then, later) : { components: [], parts: [] }
}

/** "payments-ledger and the flags": what an asking again names. */
export const namesOf = ({ components, parts }: Difference): string[] => [
  ...components.map(({ name }) => name),
  ...parts,
]

function difference(then: Scope, now: Scope): Difference {
  const names = [...new Set([...then.components, ...now.components].map(({ name }) => name))]
  const components = names
    .map((name) => ({ name, from: revisionIn(then, name), to: revisionIn(now, name) }))
    .filter(({ from, to }) => from !== to)
  const [before, after] = [materialParts(then), materialParts(now)]
  const differs = (part: keyof typeof before) => JSON.stringify(before[part]) !== JSON.stringify(after[part])
  return {
    components,
    parts: [
      ...(differs('changes') ? (['the changes'] as const) : []),
      ...(differs('flags') ? (['the flags'] as const) : []),
      ...(differs('exposure') ? (['the exposure'] as const) : []),
    ],
  }
}

const revisionIn = (scope: Scope, component: string) =>
  scope.components.find(({ name }) => name === component)?.revision ?? null
