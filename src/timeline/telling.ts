import type { Actor } from '../people/people.ts'
import type { Facts, Release, ReleaseEvents } from '../releases/release.ts'
import type { Md } from '../slack/text.ts'

/** A value as the timeline keeps it: JSON knows no instants, so they are text. */
export type Kept<T> = T extends Date ? string : T extends object ? { readonly [K in keyof T]: Kept<T[K]> } : T

/** One entry of the timeline, with what its event said. */
export type KeptEvent<T extends keyof ReleaseEvents = keyof ReleaseEvents> = Kept<ReleaseEvents[T]> & Entry

export interface Entry {
  readonly type: string
  readonly at: Date
  readonly by: Actor
  readonly seq: number
}

/** What follows the name of who did it: "moved it to Thu 3 Dec, 16:00". Without the name where it is not told. */
export type Told = Md | { readonly unnamed: Md }

/** How a feature's events are told, by type. The release is as it is now, not as it was then. */
export type Tellers = {
  readonly [T in keyof ReleaseEvents]?: (event: KeptEvent<T>, release: Release, facts: Facts) => Told
}
