import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { change } from '../releases/change.ts'
import type { Read } from '../releases/meant.ts'
import { outcomeUnknown, postponed, slackWord } from '../slack/client.ts'
import { channelName } from './channels.ts'
import { holderOf, noteProvisioning, provisioning } from './store.ts'

const attempts = 9
const made = z.looseObject({ id: z.string(), name: z.string() })

/** Slack's word for why there is no channel. */
export interface NoChannel {
  readonly refused: string
}

/**
 * Makes the release's channel and tells the release. Names of archived channels stay taken, so the next free one is
 * used; a channel of that name is adopted only when an attempt of ours made it.
 * @returns its id, or why the workspace allows none.
 */
export async function createChannel(ctx: Ctx, { ref, release }: Read): Promise<string | NoChannel> {
  const record = await provisioning(ctx.db, ref, channelName(release))
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const name = channelName(release, attempt)
    const found = record.attempted ? await ours(ctx, name, record.attempted) : null
    const channel = found ?? (await created(ctx, ref, name))
    if (channel === 'taken') continue
    if (!('id' in channel)) return channel
    await change(ctx, ref, { workspace: ref.workspace, person: null, door: 'timer' }, (before) =>
      before.channel?.id ? [] : [{ type: 'channelOpened', channel: channel.id, name: channel.name }],
    )
    return channel.id
  }
  return { refused: 'name_taken' }
}

async function created(ctx: Ctx, ref: Read['ref'], name: string) {
  await noteProvisioning(ctx.db, ref, { attempted: ctx.now() })
  try {
    const { channel } = await ctx.slack.web.conversations.create({ name })
    return made.parse(channel)
  } catch (error) {
    if (outcomeUnknown(error)) throw error
    await noteProvisioning(ctx.db, ref, { attempted: null })
    const word = slackWord(error)
    if (word === 'name_taken') return 'taken'
    if (word === null) throw postponed(error)
    ctx.log.warn({ slack: word, name }, 'Slack lets Shipshape make no channel')
    return { refused: word }
  }
}

const listed = z.looseObject({ channels: z.array(made.extend({ creator: z.string(), created: z.number() })) })

/** A channel of this name that the bot made since our attempt began and that no release holds. */
async function ours(ctx: Ctx, name: string, since: Date) {
  for await (const page of ctx.slack.web.paginate('conversations.list', {
    exclude_archived: true,
    limit: 999,
  })) {
    const found = listed.parse(page).channels.find((channel) => channel.name === name)
    if (!found) continue
    const fresh =
      found.creator === ctx.slack.me.botUser && found.created >= Math.floor(since.getTime() / 1000) - 60
    return fresh && !(await holderOf(ctx.db, ctx.workspace, found.id)) ? found : null
  }
  return null
}
