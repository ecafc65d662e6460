import type { ZodType } from 'zod'
import type { Answer, Call } from './call.ts'

/** What a press of a button (or a pick in a menu) does. The value is drawn and heard with one schema. */
export interface Action<V = unknown> {
  /** Feature and act, as in `votes.go`; the element's `action_id`, with an optional `:suffix` to stay unique in a block. */
  readonly id: string
  readonly value: ZodType<V>
  readonly run: (call: ActionCall<V>) => Promise<Answer>
}

export interface ActionCall<V> extends Call {
  readonly value: V
  /** The message that was pressed; null in Home and in forms. */
  readonly message: { readonly ts: string; readonly ephemeral: boolean } | null
}

/** Ties an action's schema to its handler; a list of actions cannot keep each one's type. */
export function defineAction<V>(action: Action<V>): Action {
  // Sound because the door parses every value with this action's own schema before it calls `run`.
  return action as unknown as Action
}
