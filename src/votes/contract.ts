import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'
import { longestNote } from './votes.ts'

/** Ids of this feature's buttons. */
export const acts = {
  go: 'votes.go',
  noGo: 'votes.no-go',
  abstain: 'votes.abstain',
  undo: 'votes.undo',
  more: 'votes.more',
  /** Only lead somewhere. */
  card: 'votes.card',
  commit: 'votes.commit',
  openForm: 'votes.open-form',
  close: 'votes.close',
} as const

/** Which question a button asks. */
export const roundValue = releaseValue.extend({ round: z.number().int() })

const reply = z.object({ channel: z.string(), ts: z.string(), said: z.string() })
const roles = z.union([z.array(z.string()), z.literal('advice')])

/**
 * An answer: for the roles that the button names, else for those the person holds. A button under a question about a
 * reply carries that reply and the words that stood in it.
 */
export const answerValue = roundValue.extend({
  roles: roles.optional(),
  note: z.string().optional(),
  reply: reply.optional(),
})
export type AnswerValue = z.infer<typeof answerValue>

export const undoValue = roundValue.extend({ numbers: z.array(z.number().int()) })

export const moreValue = roundValue.extend({ act: z.enum(['abstain', 'close', 'cancel']) })

export const noGoForm = {
  id: 'votes.no-go',
  metadata: roundValue.extend({ roles: roles.optional(), reply: reply.optional() }),
  fields: z.object({
    why: z.string({ error: 'Why no-go? Your reason is what gets it fixed.' }).max(longestNote),
    roles: z.array(z.string()).min(1, 'For which role?').optional(),
  }),
}

export const openForm = {
  id: 'votes.open',
  metadata: releaseValue,
  fields: z.object({
    until: z.number({ error: 'When does it close?' }),
    why: z.string().nullish(),
  }),
}

export const cancelForm = {
  id: 'votes.cancel',
  metadata: roundValue,
  fields: z.object({ why: z.string({ error: 'Cancel it why?' }) }),
}

/** The reply that gets its check mark. */
export const markPayload = z.object({ channel: z.string(), ts: z.string() })

const written = z.object({
  user: z.string(),
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string(),
  bot_id: z.undefined().optional(),
  edited: z.object({ ts: z.string() }).optional(),
})

/** What somebody wrote into a thread. Whatever has another subtype is not plainly written by a person. */
export const threadReply = written.extend({
  channel: z.string(),
  subtype: z.literal('thread_broadcast').optional(),
})

/** What somebody changed in a reply of theirs; previews that Slack adds change no words. */
export const editedReply = z.object({
  channel: z.string(),
  subtype: z.literal('message_changed'),
  message: written.required({ edited: true }).extend({ subtype: z.literal('thread_broadcast').optional() }),
  previous_message: z.object({ text: z.string() }).optional(),
})
