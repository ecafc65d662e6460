import { createHash } from 'node:crypto'
import type { Evolvers, Facts, Release } from '../releases/release.ts'
import { workedOnce } from '../worked-once.ts'

export const changeKinds = ['feature', 'fix', 'internal', 'other'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One thing that users, or those who run the service, will notice. */
export interface Change {
  readonly kind: ChangeKind
  readonly title: string
  readonly link: string | null
}

export interface NumberedChange extends Change {
  readonly number: number
}

/** A component that this release brings, at the revision that was named for it; null while nobody has. */
export interface ScopedComponent {
  readonly name: string
  readonly revision: string | null
}

/** What is in a release. */
export interface Scope {
  readonly components: readonly ScopedComponent[]
  readonly changes: readonly NumberedChange[]
  readonly flags: readonly string[]
  /** How it reaches users, in words; the phases themselves come from the model. */
  readonly exposure: string | null
}

/** A scope as planning states it; its changes get their numbers from their order. */
export interface PlannedScope extends Omit<Scope, 'changes'> {
  readonly changes: readonly Change[]
}

declare module '../releases/release.ts' {
  interface Release {
    readonly scope: Scope
  }
  interface ReleaseEvents {
    scopeSet: PlannedScope
    componentRevised: { readonly component: string; readonly from: string | null; readonly to: string }
    componentAdded: { readonly component: string; readonly revision: string | null }
    componentDropped: { readonly component: string }
    /** `set` replaces or adds by number. */
    changesEdited: { readonly set: readonly NumberedChange[]; readonly dropped: readonly number[] }
    flagsChanged: { readonly from: readonly string[]; readonly to: readonly string[] }
    exposureChanged: { readonly from: string | null; readonly to: string | null }
  }
}

export const emptyScope: Scope = { components: [], changes: [], flags: [], exposure: null }

export const numbered = (changes: readonly Change[]): NumberedChange[] =>
  changes.map((change, index) => ({ number: index + 1, ...change }))

const inScope = (release: Release, part: Partial<Scope>): Release => ({
  ...release,
  scope: { ...release.scope, ...part },
})

export const evolveScope: Evolvers = {
  scopeSet: (release, { components, changes, flags, exposure }) =>
    inScope(release, { components, changes: numbered(changes), flags, exposure }),
  componentRevised: (release, { component, to }) =>
    inScope(release, {
      components: release.scope.components.map((one) =>
        one.name === component ? { ...one, revision: to } : one,
      ),
    }),
  componentAdded: (release, { component, revision }) =>
    inScope(release, { components: [...release.scope.components, { name: component, revision }] }),
  componentDropped: (release, { component }) =>
    inScope(release, { components: release.scope.components.filter(({ name }) => name !== component) }),
  changesEdited: (release, { set, dropped }) => {
    const gone = new Set([...dropped, ...set.map(({ number }) => number)])
    const kept = release.scope.changes.filter(({ number }) => !gone.has(number))
    return inScope(release, { changes: [...kept, ...set].sort((a, b) => a.number - b.number) })
  },
  flagsChanged: (release, { to }) => inScope(release, { flags: to }),
  exposureChanged: (release, { to }) => inScope(release, { exposure: to }),
}

/** The revision this release brings of a component; null when it brings none or nobody has named it. */
export const revisionOf = (release: Release, component: string): string | null =>
  release.scope.components.find(({ name }) => name === component)?.revision ?? null

/**
 * The parts of a scope on which a decision rests, each written one way only: whatever the order of its lines, and of
 * the fields in them. A change is known by its number, kind and link; how its title is worded decides nothing.
 */
export const materialParts = ({ components, changes, flags, exposure }: Scope) => ({
  components: components.map(({ name, revision }) => JSON.stringify([name, revision])).sort(),
  changes: changes.map(({ number, kind, link }) => JSON.stringify([number, kind, link])).sort(),
  flags: [...flags].sort(),
  exposure,
})

/**
 * Equal for scopes that are the same to who decides. A vote takes it when it opens, and every ballot keeps it. Of each
 * scope it is worked out once.
 */
export const sealOf = workedOnce((scope: Scope): string => hashed(Object.values(materialParts(scope))))

/** Equal for scopes that read alike, word for word. */
export function fingerprintOf({ components, changes, flags, exposure }: Scope): string {
  const named = components.map(({ name, revision }) => [name, revision])
  const worded = changes.map(({ number, kind, title, link }) => [number, kind, title, link])
  return hashed([named, worded, flags, exposure])
}

function hashed(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export interface ComponentDifference extends ScopedComponent {
  /** What users have now; null when the product's last release did not bring it, or there was none. */
  readonly before: string | null
  readonly changed: boolean
}

/** How the components differ from what the product's last release brought. */
export function differenceTo(previous: Facts['previous'], scope: Scope): ComponentDifference[] {
  return scope.components.map(({ name, revision }) => {
    const before = previous?.revisions[name] ?? null
    return { name, revision, before, changed: revision !== null && revision !== before }
  })
}
