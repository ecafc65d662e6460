import { z } from 'zod'

/** Which channel's morning; `channel` also says where it is posted. */
export const digestParams = z.object({ channel: z.string(), zone: z.string(), date: z.string() })
