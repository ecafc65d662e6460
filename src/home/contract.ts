import { z } from 'zod'

export const homePayload = z.object({ workspace: z.string(), person: z.string() })

/** What Slack tells when somebody visits the app; `view` is there once something was published. */
export const homeOpened = z.object({ user: z.string(), tab: z.literal('home'), view: z.unknown().optional() })

export const mentioned = z.looseObject({
  user: z.string(),
  text: z.string(),
  channel: z.string(),
  thread_ts: z.string().optional(),
})
