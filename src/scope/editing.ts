import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { nameOf, onlyWhoRunsIt, runsIt } from '../people/permissions.ts'
import { missingItems, openedAgain } from '../readiness/items.ts'
import type { Facts, Release, ReleaseEvent, State } from '../releases/release.ts'
import { lineOf } from './changes.ts'
import { type Change, fingerprintOf, type Scope, type ScopedComponent } from './scope.ts'

const beforeLive: readonly State[] = ['planned', 'preparing', 'deciding', 'cleared', 'executing']
const whileChosen: readonly State[] = ['planned', 'preparing']

/** Who may say which revision of it goes out: those who run the release, and the role that owns the component. */
export function mayRevise(
  release: Release,
  facts: Facts,
  person: PersonId | null,
  component: string,
): boolean {
  return runsIt(release, facts, person) || (person !== null && ownersOf(facts, component).includes(person))
}

function ownersOf(facts: Facts, component: string): readonly PersonId[] {
  const owner = facts.product.components.find(({ name }) => name === component)?.owner
  return owner === undefined ? [] : (facts.holders[owner] ?? [])
}

/** Names the revision of a component that goes out. @throws Rejection */
export function revise(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  { name, revision }: ScopedComponent,
): ReleaseEvent[] {
  notLive(release)
  const present = release.scope.components.find((one) => one.name === name)
  if (!present) {
    throw new Rejection(`${name} is not in ${release.key}. Add it: /release scope, then Edit.`, {
      offers: [{ label: 'Show the scope', run: `scope ${release.key}` }],
    })
  }
  if (revision === null) {
    throw new Rejection(`Which revision of ${name}? Like: /release scope ${name} 4be77d1`, {
      field: 'components',
    })
  }
  if (revision === present.revision) return []
  if (!mayRevise(release, facts, actor.person, name)) throw onlyOwners(release, facts, name)
  const revised = { type: 'componentRevised', component: name, from: present.revision, to: revision } as const
  return [revised, ...openedAgain(release, name)]
}

function onlyOwners(release: Release, facts: Facts, component: string) {
  const who = [...ownersOf(facts, component), release.manager].map((id) => nameOf(facts, id))
  return new Rejection(
    `Only ${[...new Set(who)].join(', ')} or an admin names the revision of ${component}.`,
    {
      field: 'components',
    },
  )
}

/** Whether the scope may still change: until it went out. */
export const isMutable = (release: Release) => beforeLive.includes(release.state)

function notLive(release: Release) {
  if (isMutable(release)) return
  throw new Rejection(`${release.key} is ${release.state}: its scope is what went out.`)
}

/** What somebody wrote into the form. A part that is left out was not shown, and stays as it is. */
export interface ScopeEdit {
  /** Fingerprint of the scope that the form showed. */
  readonly fingerprint: string
  readonly components?: readonly ScopedComponent[]
  /** The changes that stood in the form by number, and what stands there now. */
  readonly changes?: { readonly shown: readonly number[]; readonly written: readonly Change[] }
  readonly added?: readonly Change[]
  readonly flags?: readonly string[]
  readonly exposure?: string | null
}

/** Edits what the form showed and nothing else. @throws Rejection with the field it concerns. */
export function editScope(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  edit: ScopeEdit,
): ReleaseEvent[] {
  notLive(release)
  if (edit.fingerprint !== fingerprintOf(release.scope)) {
    throw new Rejection('Somebody changed the scope meanwhile. Copy what you wrote and open the form again.')
  }
  const others = [...editedChanges(release.scope, edit), ...editedTerms(release.scope, edit)]
  if (others.length > 0) onlyWhoRunsIt(release, facts, actor, 'edits the scope')
  return [...editedComponents(release, facts, now, actor, edit.components), ...others]
}

function editedComponents(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  wanted: readonly ScopedComponent[] | undefined,
): ReleaseEvent[] {
  if (wanted === undefined) return []
  const { components } = release.scope
  const isIn = (list: readonly ScopedComponent[], name: string) => list.some((one) => one.name === name)
  const dropped = components.filter(({ name }) => !isIn(wanted, name))
  const added = wanted.filter(({ name }) => !isIn(components, name))
  if (dropped.length + added.length > 0) mayChoose(release, facts, actor, wanted)
  const revised = wanted
    .filter(({ name, revision }) => revision !== null && isIn(components, name))
    .flatMap((one) => revise(release, facts, now, actor, one))
  return [
    ...revised,
    ...dropped.map(({ name }): ReleaseEvent => ({ type: 'componentDropped', component: name })),
    ...added.map(
      ({ name, revision }): ReleaseEvent => ({ type: 'componentAdded', component: name, revision }),
    ),
    ...itemsFor(added, release, facts, wanted),
  ]
}

/** A component that comes while preparing brings its readiness items along. */
function itemsFor(
  added: readonly ScopedComponent[],
  release: Release,
  facts: Facts,
  components: readonly ScopedComponent[],
) {
  if (added.length === 0 || release.state !== 'preparing') return []
  return missingItems({ ...release, scope: { ...release.scope, components } }, facts)
}

function mayChoose(release: Release, facts: Facts, actor: Actor, wanted: readonly ScopedComponent[]) {
  onlyWhoRunsIt(release, facts, actor, 'chooses its components')
  if (!whileChosen.includes(release.state)) {
    const stays = `${release.key} is ${release.state}: its components stay. Their revisions may still change.`
    throw new Rejection(stays, { field: 'components' })
  }
  if (wanted.length === 0)
    throw new Rejection('A release brings at least one component.', { field: 'components' })
}

function editedChanges(scope: Scope, { changes, added = [] }: ScopeEdit): ReleaseEvent[] {
  const { shown = [], written = [] } = changes ?? {}
  const left = scope.changes.filter(({ number }) => shown.includes(number))
  const unwritten = (change: Change) => {
    const same = left.findIndex((one) => lineOf(one) === lineOf(change))
    if (same >= 0) left.splice(same, 1)
    return same < 0
  }
  const fresh = [...written.filter(unwritten), ...added]
  const free = left.map(({ number }) => number)
  const last = Math.max(0, ...scope.changes.map(({ number }) => number))
  // A line that was edited takes the number of the one that it replaces, so that it stays in its place.
  const set = fresh.map((change, index) => ({
    number: free[index] ?? last + 1 + index - free.length,
    ...change,
  }))
  const dropped = free.slice(fresh.length)
  return set.length + dropped.length === 0 ? [] : [{ type: 'changesEdited', set, dropped }]
}

function editedTerms(scope: Scope, { flags, exposure }: ScopeEdit): ReleaseEvent[] {
  const events: ReleaseEvent[] = []
  if (flags && flags.join('\n') !== scope.flags.join('\n')) {
    events.push({ type: 'flagsChanged', from: scope.flags, to: flags })
  }
  if (exposure !== undefined && exposure !== scope.exposure) {
    events.push({ type: 'exposureChanged', from: scope.exposure, to: exposure })
  }
  return events
}
