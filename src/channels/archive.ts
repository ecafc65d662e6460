import { z } from 'zod'
import { defineJob } from '../jobs/job.ts'
import { readRelease } from '../releases/meant.ts'
import { postponed, slackWord } from '../slack/client.ts'

/** Puts a finished release's channel away. What somebody archived by hand is archived already. */
export const archiveJob = defineJob({
  name: 'archive',
  payload: z.object({ workspace: z.string(), release: z.string() }),
  key: ({ release }) => `archive:${release}`,
  run: async (ctx, { workspace, release: id }) => {
    const channel = (await readRelease(ctx, { workspace, id }))?.release.channel?.id
    if (!channel) return
    await ctx.slack.web.conversations.archive({ channel }).catch((error) => {
      if (slackWord(error) === null) throw postponed(error)
      ctx.log.warn({ slack: slackWord(error) }, 'not archived')
    })
  },
})
