import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { onlyWhoRunsIt } from '../people/permissions.ts'
import { echoed } from '../slack/kindly.ts'
import { nothingDeployed } from './lifecycle.ts'
import { longestIntent, noteFrom } from './notes.ts'
import { stillToCome } from './reading.ts'
import type { Evolvers, Facts, Release, ReleaseEvent } from './release.ts'

declare module './release.ts' {
  interface Release {
    /** Every target it had, oldest first, with who moved it and why. */
    readonly targets: readonly TargetChange[]
  }
  interface ReleaseEvents {
    releasePlanned: Plan
    /** Which model it keeps, and which one its product recommends. */
    modelChosen: { readonly model: string; readonly version: number; readonly recommended: string }
    targetMoved: { readonly from: Date; readonly to: Date; readonly why: string | null }
  }
}

export interface TargetChange {
  readonly target: Date
  readonly at: Date
  readonly by: PersonId | null
  readonly why: string | null
}

/** What is asked when a release is planned. */
export interface Plan {
  readonly product: string
  readonly version: string
  readonly intent: string
  readonly target: Date
  readonly manager: PersonId
  readonly deputy: PersonId | null
}

export const evolvePlanning: Evolvers = {
  releasePlanned: (release, { at, by, type: _, seq: __, ...plan }) => ({
    ...release,
    ...plan,
    targets: [{ target: plan.target, at, by: by.person, why: null }],
  }),
  targetMoved: (release, { at, by, to, why }) => ({
    ...release,
    target: to,
    targets: [...release.targets, { target: to, at, by: by.person, why }],
  }),
}

const versions = /^[0-9a-z][0-9a-z.+_-]{0,49}$/

/** `payments-2.4.0`. Looked up as a whole, never split. */
export const keyOf = (product: string, version: string) => `${product}-${version}`

/**
 * Plans a release.
 * @throws Rejection with the field it concerns.
 */
export function plan(_blank: Release, facts: Facts, now: Date, input: Plan): ReleaseEvent[] {
  const version = input.version.trim().toLowerCase()
  if (!versions.test(version)) {
    throw new Rejection(
      `"${echoed(input.version)}" is no version. Small letters, digits, dots and dashes, like 2.4.0`,
      {
        field: 'version',
      },
    )
  }
  stillToCome(input.target, { now, zone: facts.product.zone })
  member(facts, 'manager', 'release manager', input.manager)
  if (input.deputy) member(facts, 'deputy', 'deputy', input.deputy)
  const intent = noteFrom(input.intent, 'intent', longestIntent) ?? ''
  return [{ type: 'releasePlanned', ...input, version, intent }]
}

/** Moves the target, with who and why kept. */
export function move(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { to, why }: { readonly to: Date; readonly why: string | null },
): ReleaseEvent[] {
  onlyWhoRunsIt(release, facts, actor, 'moves it')
  if (!nothingDeployed(release))
    throw new Rejection(`${release.key} is ${release.state}. A target moves only before the start.`)
  stillToCome(to, { now, zone: facts.product.zone })
  if (to.getTime() === release.target.getTime()) return []
  return [{ type: 'targetMoved', from: release.target, to, why: noteFrom(why, 'why') }]
}

function member({ people }: Facts, field: string, title: string, id: PersonId) {
  const person = people.get(id)
  if (!person || person.guest || person.deleted)
    throw new Rejection(`The ${title} must be a member of this workspace.`, { field })
}
