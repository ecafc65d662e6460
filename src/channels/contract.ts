import { z } from 'zod'
import { aways } from './home-away.ts'

/** What a button carries: the release whose channel it is about. */
export const channelValue = z.object({ release: z.string() })

export const acts = { tryAgain: 'channels.try-again' } as const

/** Step to Slack's word for why it refused it. */
export const missingParams = z.object({ missing: z.record(z.string(), z.string()) })

/** Since when its channel is shut, in milliseconds. */
export const shutParams = z.object({ since: z.number() })

/** Slack tells of something that was done to a channel. */
export const channelTold = z.object({ channel: z.string() })
export const idTold = z.object({ old_channel_id: z.string(), new_channel_id: z.string() })

/** Which home channel is away, why, and since when. */
export const awayParams = z.object({ name: z.string(), away: z.enum(aways), since: z.string() })
