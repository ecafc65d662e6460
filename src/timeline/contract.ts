import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'

/** Ids of this feature's buttons. */
export const acts = { show: 'timeline.show' } as const

/** A page: its newest entry's number; left out, the newest of all. */
export const pageValue = releaseValue.extend({ top: z.number().optional() })
