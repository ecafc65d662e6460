import { z } from 'zod'
import { longestNote } from './notes.ts'

/** What every button of a release carries: its id, never its state. */
export const releaseValue = z.object({ release: z.string() })

/** Ids of this feature's buttons and forms. */
export const acts = {
  openPlan: 'releases.plan',
  move: 'releases.move',
  openMove: 'releases.move-form',
  keep: 'releases.keep',
  cancel: 'releases.cancel',
  openHold: 'releases.hold-form',
  resume: 'releases.resume',
  show: 'releases.show',
  postHere: 'releases.post-here',
  menu: 'releases.menu',
} as const

export const moveValue = releaseValue.extend({ to: z.number(), why: z.string().max(longestNote).nullable() })
export const reasonValue = releaseValue.extend({ why: z.string().max(longestNote) })
/** Which hold a notice is about, and whose; the state knows only the one that lasts. */
export const heldParams = z.object({ since: z.number(), by: z.string() })

export const noValue = z.looseObject({})

export const planForm = {
  id: 'releases.plan',
  metadata: z.looseObject({}),
  fields: z.object({
    product: z.string({ error: 'Which product?' }),
    version: z.string({ error: 'Which version? Like 2.4.0' }),
    target: z.number({ error: 'When does it first open to users?' }),
    intent: z.string().nullable(),
    model: z.string().nullable(),
    manager: z.string({ error: 'Who runs it?' }),
    deputy: z.string().nullable(),
    components: z.string().nullable(),
    changes: z.string().nullable(),
    flags: z.string().nullable(),
    exposure: z.string().nullable(),
  }),
}

export const holdForm = {
  id: 'releases.hold',
  metadata: releaseValue,
  fields: z.object({ why: z.string({ error: 'Hold it because of what?' }) }),
}

export const moveForm = {
  id: 'releases.move',
  metadata: releaseValue,
  fields: z.object({ target: z.number({ error: 'To when?' }), why: z.string().nullable() }),
}
