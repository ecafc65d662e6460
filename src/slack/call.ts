import type { ModalView } from '@slack/types'
import type { Ctx } from '../ctx.ts'
import type { Actor } from '../people/people.ts'
import type { Message } from './blocks.ts'

/** What every door hands to a handler: who acts, where, in which zone they think. */
export interface Call {
  readonly ctx: Ctx
  readonly actor: Actor & { readonly person: string }
  /** Where it happened, if it happened in a conversation. */
  readonly channel: string | null
  /** Asks for the speaker's IANA zone; dates they type are meant in it. */
  readonly zone: () => Promise<string>
  readonly now: Date
}

/** By what the speaker's dates are read. */
export const timesOf = async ({ now, zone }: Pick<Call, 'now' | 'zone'>) => ({ now, zone: await zone() })

/** What the person who acted gets to see, and nobody else: a message, a form that opens, or nothing. */
export type Answer = Message | ModalView | undefined

export const isForm = (answer: Answer): answer is ModalView => answer !== undefined && 'type' in answer
