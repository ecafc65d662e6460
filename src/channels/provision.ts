import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import type { ReleaseRef } from '../feature.ts'
import { defineJob } from '../jobs/job.ts'
import { change } from '../releases/change.ts'
import { type Read, readRelease } from '../releases/meant.ts'
import { postponed, slackWord } from '../slack/client.ts'
import { channelName, invited } from './channels.ts'
import { createChannel } from './create.ts'
import { complete, noteProvisioning, provisioning } from './store.ts'
import { topicOf } from './topic.ts'

/** Gives a release its channel: each step is tried, retried and skipped on its own. */
export const provisionJob = defineJob({
  name: 'provision',
  payload: z.object({ workspace: z.string(), release: z.string() }),
  key: ({ release }) => `provision:${release}`,
  run: async (ctx, { workspace, release }) => {
    const read = await readRelease(ctx, { workspace, id: release })
    if (read) await provision(ctx, read)
  },
})

const steps: Readonly<Record<string, (ctx: Ctx, read: Read, channel: string) => Promise<unknown>>> = {
  invitations: async (ctx, { release, facts }, channel) => {
    for (const hundred of inHundreds(invited(release, facts)))
      await ctx.slack.web.conversations.invite({ channel, users: hundred.join(','), force: true })
  },
  topic: (ctx, { release, facts }, channel) =>
    ctx.slack.web.conversations.setTopic({ channel, topic: topicOf(release, facts) }),
  bookmarks: async (ctx, read, channel) => {
    // What an earlier try added although its answer was lost is there already; Slack itself would take it twice.
    const { bookmarks: there = [] } = await ctx.slack.web.bookmarks.list({ channel_id: channel })
    const missing = bookmarksOf(read).filter(({ title }) => !there.some((one) => one.title === title))
    for (const { title, link } of missing) {
      await ctx.slack.web.bookmarks.add({ channel_id: channel, title, type: 'link', link })
    }
  },
}

async function provision(ctx: Ctx, read: Read) {
  const { ref, release } = read
  const { steps: done } = await provisioning(ctx.db, ref, channelName(release))
  const note = (outcomes: Record<string, string>) =>
    noteProvisioning(ctx.db, ref, { steps: Object.assign(done, outcomes) })
  const channel = release.channel?.id ?? (await createChannel(ctx, read))
  if (typeof channel !== 'string') await note({ channel: channel.refused })
  else {
    for (const [step, run] of Object.entries(steps)) {
      if (!done[step]) await note({ [step]: await outcome(() => run(ctx, read, channel)) })
    }
  }
  if (!done[complete]) await tellWhatIsMissing(ctx, ref, done)
  await note({ [complete]: 'done' })
}

/** So many people Slack invites at once. */
const inHundreds = (people: readonly string[]) =>
  Array.from({ length: Math.ceil(people.length / 100) }, (_, i) => people.slice(i * 100, (i + 1) * 100))

/** Where its code lives: one bookmark per repository in scope, five at most. */
function bookmarksOf({ release, facts }: Read) {
  const inScope = new Set(release.scope.components.map(({ name }) => name))
  return facts.product.components
    .filter(({ name, repository }) => inScope.has(name) && repository?.startsWith('http'))
    .slice(0, 5)
    .map(({ name, repository }) => ({ title: name, link: repository ?? '' }))
}

/** `done`, or Slack's word for a refusal that will not change by asking again. What is not known is tried again. */
async function outcome(run: () => Promise<unknown>): Promise<string> {
  try {
    await run()
    return 'done'
  } catch (error) {
    const word = slackWord(error)
    if (word === null) throw postponed(error)
    return word.startsWith('already_') ? 'done' : word
  }
}

async function tellWhatIsMissing(ctx: Ctx, ref: ReleaseRef, done: Readonly<Record<string, string>>) {
  const missing = Object.fromEntries(Object.entries(done).filter(([, how]) => how !== 'done'))
  if (Object.keys(missing).length === 0) return
  await change(ctx, ref, { workspace: ref.workspace, person: null, door: 'timer' }, () => [
    { type: 'channelProvisioned', missing },
  ])
}
