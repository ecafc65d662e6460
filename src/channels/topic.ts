import { z } from 'zod'
import { defineJob } from '../jobs/job.ts'
import { runnerName } from '../people/permissions.ts'
import { nothingDeployed } from '../releases/lifecycle.ts'
import { readRelease } from '../releases/meant.ts'
import type { Facts, Release } from '../releases/release.ts'
import { postponed, slackWord } from '../slack/client.ts'
import { full, placeName } from '../time/words.ts'

const maxTopic = 250

/** Key, state, target with its place while it is ahead, who runs it: plain text, because a topic is read everywhere. */
export function topicOf(release: Release, facts: Facts): string {
  const { zone } = facts.product
  const more = release.hold ? 'on hold' : release.state === 'closed' && release.outcome
  const state = [release.state, more].filter(Boolean).join(', ')
  const opens = nothingDeployed(release) && `opens ${full(release.target, zone)} ${placeName(zone)}`
  return [release.key, state, opens, `run by ${runnerName(release, facts)}`]
    .filter(Boolean)
    .join(' · ')
    .slice(0, maxTopic)
}

/** Keeps the topic true after a change of state or target. */
export const topicJob = defineJob({
  name: 'topic',
  payload: z.object({ workspace: z.string(), release: z.string() }),
  key: ({ release }) => `topic:${release}`,
  run: async (ctx, { workspace, release: id }) => {
    const read = await readRelease(ctx, { workspace, id })
    const channel = read?.release.channel
    if (!read || !channel?.id || channel.archived || channel.shut) return
    await ctx.slack.web.conversations
      .setTopic({ channel: channel.id, topic: topicOf(read.release, read.facts) })
      .catch((error) => {
        if (slackWord(error) === null) throw postponed(error)
        ctx.log.warn({ release: read.release.key, slack: slackWord(error) }, 'no topic')
      })
  },
})
