import { defineJob } from '../jobs/job.ts'
import { postponed, slackWord } from '../slack/client.ts'
import { markReply } from './asking.ts'
import { markPayload } from './contract.ts'

const gone = ['message_not_found', 'channel_not_found', 'is_archived', 'not_in_channel', 'thread_locked']

/** Gives a counted reply its check mark. A mark that is there, or has no place any more, is as good as done. */
export const markReplyJob = defineJob({
  name: markReply,
  payload: markPayload,
  key: ({ channel, ts }) => `${channel}:${ts}`,
  run: async (ctx, { channel, ts }) => {
    await ctx.slack.web.reactions.add({ channel, timestamp: ts, name: 'white_check_mark' }).catch((error) => {
      const word = slackWord(error)
      if (word === null) throw postponed(error)
      if (word !== 'already_reacted' && !gone.includes(word)) throw error
    })
  },
})
