import type { Facts, Release } from '../releases/release.ts'
import type { Message } from '../slack/blocks.ts'

/** A kind of message that is kept up to date: where it stands and how it is drawn from the state. */
export interface Surface {
  readonly kind: string
  readonly place: Place
  /** Lower is drawn first when Slack's budget is short: executing, vote, status, the rest. */
  readonly priority: number
  /** A notice: posted once, never redrawn. */
  readonly once?: true
  /** Pinned to its channel after the first post. */
  readonly pinned?: true
  /** For a reply in a thread that is also sent to the channel. */
  readonly broadcast?: true
  /** Pure. Null means: nothing to show now (before the first post), leave as it is (afterwards). */
  readonly draw: (drawing: Drawing) => Message | null
}

export type Place =
  | { readonly in: 'channel' }
  /** The product's home channel, #releases. */
  | { readonly in: 'home channel' }
  /** A reply under the newest posted surface of this kind (and of the same key when `sameKey`). */
  | { readonly in: 'thread'; readonly under: string; readonly sameKey?: true }
  | { readonly in: 'direct message' }

export interface Drawing {
  readonly release: Release
  readonly facts: Facts
  readonly key: string
  readonly person: string | null
  readonly params: Readonly<Record<string, unknown>>
  readonly now: Date
  /** Slack's addresses of what is already posted, for links between cards. */
  readonly posted: (kind: string, key?: string) => string | null
}
