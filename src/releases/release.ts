import type { Model } from '../models/models.ts'
import type { Actor, Person, PersonId } from '../people/people.ts'
import type { Product } from '../products/products.ts'
import type { KeptEvent } from '../timeline/telling.ts'

/** `planned -> preparing -> deciding -> cleared -> executing -> verifying -> reviewing -> closed` (product.md). */
export const states = [
  'planned',
  'preparing',
  'deciding',
  'cleared',
  'executing',
  'verifying',
  'reviewing',
  'closed',
  'cancelled',
] as const
export type State = (typeof states)[number]
export type Outcome = 'shipped' | 'rolled back' | 'cancelled'

/**
 * One release as the rules see it. Each feature adds its part by declaring it here from its own noun
 * (`declare module '../releases/release.ts' { interface Release { readonly votes: Votes } }`),
 * and its events to `ReleaseEvents`, so that this file need not change.
 */
export interface Release {
  readonly id: string
  readonly workspace: string
  readonly key: string
  readonly product: string
  readonly version: string
  /** The model this release keeps, by name and version. */
  readonly model: { readonly name: string; readonly version: number }
  /** Why, in business words, one line. */
  readonly intent: string
  readonly state: State
  readonly outcome: Outcome | null
  /** Why it ended so: the reason of the cancellation or of the rollback. */
  readonly outcomeReason: string | null
  readonly hold: Hold | null
  /** When it first opens to users. */
  readonly target: Date
  readonly manager: PersonId
  readonly deputy: PersonId | null
  readonly plannedBy: PersonId
  readonly plannedAt: Date
  /** When it was closed or cancelled. */
  readonly endedAt: Date | null
  /** Number of its newest timeline entry; 0 before the first. */
  readonly revision: number
  /** The newest timeline entry that changed what its status card tells. */
  readonly lastChange: KeptEvent | null
}

export interface Hold {
  readonly since: Date
  readonly by: PersonId
  readonly why: string
}

/** What a rule must know from elsewhere, read in the same transaction. */
export interface Facts {
  readonly model: Model
  readonly product: Product
  /** Who fills each role now, deleted people and guests left out. A role nobody fills has an empty list. */
  readonly holders: Readonly<Record<string, readonly PersonId[]>>
  /** Those who answer for the product's consumers. */
  readonly consumers: readonly PersonId[]
  /** Everyone whom the release names, who fills one of its roles, or answers for a consumer. */
  readonly people: ReadonlyMap<PersonId, Person>
  /** Admins of the workspace and those named in the settings. */
  readonly admins: readonly PersonId[]
  /** The product's last release that went live: what the scope is compared with. */
  readonly previous: { readonly key: string; readonly revisions: Readonly<Record<string, string>> } | null
}

/** A release with its facts. */
export interface Known {
  readonly release: Release
  readonly facts: Facts
}

/** Event name to what it says. Each feature declares its own events here. */
// biome-ignore lint/suspicious/noEmptyInterface: features add to it by declaration merging
export interface ReleaseEvents {}

/** What happened to a release: one timeline entry each. */
export type ReleaseEvent = {
  [T in keyof ReleaseEvents]: { readonly type: T } & ReleaseEvents[T]
}[keyof ReleaseEvents]
export type EventOf<T extends keyof ReleaseEvents> = { readonly type: T } & ReleaseEvents[T]

/** An event with who, when and its number on the timeline. */
export type Recorded<E = ReleaseEvent> = E & { readonly at: Date; readonly by: Actor; readonly seq: number }

/** A rule: what happens, or nothing (`[]`), or a `Rejection` thrown. Pure; `now` is handed in. */
export type Decide = (release: Release, facts: Facts, now: Date) => ReleaseEvent[]

/** How each event changes the state. Pure. */
export type Evolvers = {
  readonly [T in keyof ReleaseEvents]?: (release: Release, event: Recorded<EventOf<T>>) => Release
}
