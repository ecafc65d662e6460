import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'

export const acts = { start: 'follow.start', stop: 'follow.stop' } as const
export const followValue = releaseValue

/** What happened, by number; the message is drawn from the release as it is when it is posted. */
export const roundParams = z.object({ round: z.number() })
export const troubleParams = z.object({
  trouble: z.enum(['held', 'narrowed', 'rolled back', 'check']),
  /** Of the exposure or the check. */
  number: z.number(),
})
export type Trouble = z.infer<typeof troubleParams>
