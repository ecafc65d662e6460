import { rolesIn } from '../models/models.ts'
import type { Evolvers, Facts, Release, ReleaseEvent, State } from '../releases/release.ts'
import { isActive } from './permissions.ts'

/** A role like the others here, though it is no role of the model. */
export const runningIt = 'release manager'

declare module '../releases/release.ts' {
  interface Release {
    /** Roles that nobody fills, as was told to whoever runs the release. */
    readonly unfilled: readonly string[]
  }
  interface ReleaseEvents {
    rolesUnfilled: { readonly roles: readonly string[] }
    rolesFilled: { readonly roles: readonly string[] }
  }
}

export const evolveUnfilled: Evolvers = {
  rolesUnfilled: (release, { roles }) => ({ ...release, unfilled: [...release.unfilled, ...roles].sort() }),
  rolesFilled: (release, { roles }) => ({
    ...release,
    unfilled: release.unfilled.filter((role) => !roles.includes(role)),
  }),
}

const whilePeopleAreAsked: readonly State[] = ['preparing', 'deciding', 'cleared', 'executing', 'verifying']

/** Roles of this release that nobody fills: the last one left, or their user group was emptied. */
export function unfilledRoles(release: Release, facts: Facts): string[] {
  const { holders, model, product, people } = facts
  const scope = release.scope.components.map(({ name }) => name)
  const owners = product.components
    .filter(({ name }) => scope.includes(name))
    .flatMap(({ owner, deployedBy }) => [owner, deployedBy])
  const empty = [...rolesIn(model), ...owners].filter((role) => (holders[role] ?? []).length === 0)
  return [...new Set([...empty, ...(isActive(people.get(release.manager)) ? [] : [runningIt])])].sort()
}

/** Told once when it comes, and over once somebody fills it again. */
export function dueOnRoles(release: Release, facts: Facts): ReleaseEvent[] {
  if (!whilePeopleAreAsked.includes(release.state)) return []
  const unfilled = unfilledRoles(release, facts)
  const roles = unfilled.filter((role) => !release.unfilled.includes(role))
  const filled = release.unfilled.filter((role) => !unfilled.includes(role))
  return [
    ...(roles.length > 0 ? [{ type: 'rolesUnfilled', roles } as const] : []),
    ...(filled.length > 0 ? [{ type: 'rolesFilled', roles: filled } as const] : []),
  ]
}

/** At once; between changes the directory asks for a look. */
export const wakesOnRoles = (release: Release, facts: Facts): Date[] =>
  dueOnRoles(release, facts).length > 0 ? [release.plannedAt] : []
