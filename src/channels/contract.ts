import { z } from 'zod'
import { aways } from './home-away.ts'

/** What a button carries: the release whose channel it is about. */
export const channelValue = z.object({ release: z.string() })

export const acts = { tryAgain: 'channels.try-again' } as const

/** Step to Slack's word for why it refused it. */
export const missingParams = z.object({ missing: z.record(z.string(), z.string()) })

/** Which home channel is away, why, and since when. */
export const awayParams = z.object({ name: z.string(), away: z.enum(aways), since: z.string() })
