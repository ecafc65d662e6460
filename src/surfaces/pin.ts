import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineJob } from '../jobs/job.ts'
import { postponed, slackWord } from '../slack/client.ts'
import { surfaces } from './tables.ts'

/** Pins a card to its channel once it is posted. A workspace that forbids it keeps the card unpinned. */
export const pinJob = defineJob({
  name: 'pin',
  payload: z.object({ workspace: z.string(), surface: z.string() }),
  key: ({ surface }) => `pin:${surface}`,
  run: async (ctx, { workspace, surface }) => {
    const [row] = await ctx.db
      .select()
      .from(surfaces)
      .where(and(eq(surfaces.workspace, workspace), eq(surfaces.id, surface)))
    if (!row?.channel || !row.ts) return
    await ctx.slack.web.pins.add({ channel: row.channel, timestamp: row.ts }).catch((error) => {
      const word = slackWord(error)
      if (word === null) throw postponed(error)
      ctx.log.warn({ surface: row.kind, slack: word }, 'not pinned')
    })
  },
})
