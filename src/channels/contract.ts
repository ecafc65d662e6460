import { z } from 'zod'

/** What a button carries: the release whose channel it is about. */
export const channelValue = z.object({ release: z.string() })

export const acts = { tryAgain: 'channels.try-again' } as const

/** Step to Slack's word for why it refused it. */
export const missingParams = z.object({ missing: z.record(z.string(), z.string()) })
