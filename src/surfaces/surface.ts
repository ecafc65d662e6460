import type { Ctx } from '../ctx.ts'
import type { Facts, Release } from '../releases/release.ts'
import type { Message } from '../slack/blocks.ts'
import type { Priority } from '../slack/budget.ts'
import type { SurfaceRow } from './store.ts'

/** A kind of message that is kept up to date: where it stands and how it is drawn from the state. */
export type Surface = OfRelease | OfNone

interface Kept {
  readonly kind: string
  readonly place: Place
  readonly priority: Priority
  /** A notice: posted once, never redrawn. */
  readonly once?: true
  /** Pinned to its channel after the first post. */
  readonly pinned?: true
  /** For a reply in a thread that is also sent to the channel. */
  readonly broadcast?: true
}

export interface OfRelease extends Kept {
  /** Pure. Null means: nothing to show now (before the first post), leave as it is (afterwards). */
  readonly draw: (drawing: Drawing) => Message | null
}

/** For what belongs to no single release, such as a digest: reads what it needs itself. */
export interface OfNone extends Kept {
  readonly compose: (ctx: Ctx, row: SurfaceRow) => Promise<Message | null>
}

export type Place =
  | { readonly in: 'channel' }
  /** The product's home channel, such as #releases. */
  | { readonly in: 'home channel' }
  /** The channel whose name, without `#`, stands in `params.channel`. */
  | { readonly in: 'named channel' }
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
  /** Slack's address of what is already posted, for links between cards; the newest when no key is given. */
  readonly posted: (kind: string, key?: string) => string | null
}
