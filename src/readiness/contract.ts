import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'

/** Ids of this feature's buttons. */
export const acts = {
  list: 'readiness.list',
  item: 'readiness.item',
  done: 'readiness.done',
  undo: 'readiness.undo',
  unblock: 'readiness.unblock',
  take: 'readiness.take',
} as const

export const itemValue = releaseValue.extend({ number: z.number().int() })
export const listValue = releaseValue.extend({ page: z.number().int() })

const states = ['open', 'done', 'blocked', 'skipped'] as const

/** Opens an item's form, with what it shall become chosen already; `page` leads back to the list it came from. */
export const openItemValue = itemValue.extend({
  is: z.enum(states).optional(),
  page: z.number().int().optional(),
})

const text = z.string().nullish()

export const itemForm = {
  id: 'readiness.item',
  metadata: itemValue.extend({ page: z.number().int().optional() }),
  fields: z.object({
    is: z.enum(states),
    note: text,
    waitsFor: text,
    owner: text,
    howLong: text,
    untilStep: text,
    sign: text,
    rollbackSign: text,
  }),
}
export type ItemFields = z.infer<typeof itemForm.fields>

/** The message that somebody pointed at, by its address in Slack. */
export const evidenceForm = {
  id: 'readiness.evidence',
  metadata: releaseValue.extend({ channel: z.string(), ts: z.string() }),
  fields: z.object({ item: z.coerce.number<string>({ error: 'For which item?' }) }),
}
