import { z } from 'zod'

export const morningPayload = z.object({ workspace: z.string(), zone: z.string(), date: z.string() })

export const againPayload = z.object({ workspace: z.string(), people: z.array(z.string()) })

/** Which morning, and the releases in which something waited then. */
export const morningParams = z.object({
  zone: z.string(),
  date: z.string(),
  releases: z.array(z.string()),
})
