import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'
import { longestNote } from '../releases/notes.ts'

/** Ids of this feature's buttons. */
export const acts = {
  openStart: 'execution.start-question',
  start: 'execution.start',
  done: 'execution.done',
  openFailed: 'execution.failed-form',
  retry: 'execution.retry',
  take: 'execution.take',
  open: 'execution.open',
  openNarrow: 'execution.narrow-form',
  openRollBack: 'execution.rollback-form',
  rollBack: 'execution.rollback',
  openFix: 'execution.fix-form',
} as const

export const stepValue = releaseValue.extend({ number: z.number().int() })

/** Who made a step the current one: what its ask is drawn with. */
export const askParams = z.object({ by: z.string().nullish().default(null) })

/** `cutShort` is the exposure whose watch the person was told would end early. */
export const openValue = releaseValue.extend({
  share: z.number(),
  cutShort: z.number().int().nullish().default(null),
})

export const reasonValue = releaseValue.extend({ why: z.string().max(longestNote) })

const why = (ask: string) => z.string({ error: ask }).max(longestNote)

export const failedForm = {
  id: 'execution.failed',
  metadata: stepValue,
  fields: z.object({ why: why('Failed how?') }),
}

export const narrowForm = {
  id: 'execution.narrow',
  metadata: releaseValue,
  fields: z.object({
    share: z.coerce.number<string>({ error: 'To which share?' }),
    why: z.string().max(longestNote).nullable(),
  }),
}

export const rollBackForm = {
  id: 'execution.rollback',
  metadata: releaseValue,
  fields: z.object({ why: why('Roll back why?') }),
}

export const fixForm = {
  id: 'execution.fix',
  metadata: releaseValue,
  fields: z.object({ why: why('Fix what?') }),
}
