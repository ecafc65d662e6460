import type { Ctx } from '../ctx.ts'
import type { Actor } from '../people/people.ts'
import type { Slack } from './client.ts'

/** Something Slack tells: kept before it is acknowledged, then handed to every feature that listens, at least once. */
export interface SlackEvent {
  /** Slack's event type, such as `message` or `app_mention`. */
  readonly type: string
  /** Decides from the payload and who we are whether it is worth keeping; what is not wanted is never stored. */
  readonly wanted?: (event: Readonly<Record<string, unknown>>, me: Slack['me']) => boolean
  /** May run twice for one event; parses the payload with its own schema. */
  readonly run: (told: Told) => Promise<void>
}

export interface Told {
  readonly ctx: Ctx
  readonly event: Readonly<Record<string, unknown>>
  /** The person who caused it, if it says so. */
  readonly actor: Actor
}
