import { Refusal } from '../world/refusal.ts'
import type { Scheduled } from '../world/scheduled.ts'
import { count, filled, text, whole } from './arguments.ts'
import { method } from './method.ts'
import { page } from './paging.ts'
import { bot, destination, visible } from './places.ts'
import { drafted, parent, postable, posted, truncation } from './posting.ts'

function wireScheduled({ id, channel, postAt, created, draft }: Scheduled) {
  // Slack gives the id without its letter here, and the time as a number.
  return {
    id: Number(id.slice(1)),
    channel_id: channel.id,
    post_at: postAt,
    date_created: created,
    text: draft.text,
  }
}

/** Seconds since 1970, as a number or as text. */
function moment(given: string): number {
  if (!/^\d+$/.test(given)) throw new Refusal('invalid_time')
  return Number(given)
}

/** Messages that are to come later. */
export const chatScheduling = {
  'chat.scheduleMessage': method({
    tier: 3,
    scopes: ['chat:write'],
    args: { channel: filled, post_at: filled, ...posted },
    call({ engine, world, args }) {
      const channel = destination(world, args.channel)
      postable(world, channel)
      parent(channel, args.thread_ts)
      const draft = drafted(world, args)
      const { id, postAt } = engine.scheduled.add(channel, moment(args.post_at), draft)
      const message = { type: 'delayed_message', text: draft.text, bot_id: world.app.botId }
      const shown = { ...message, user: bot(world).id, blocks: draft.blocks }
      const when = { scheduled_message_id: id, post_at: String(postAt) }
      return { channel: channel.id, ...when, message: shown, ...truncation(args) }
    },
  }),

  'chat.deleteScheduledMessage': method({
    tier: 3,
    scopes: ['chat:write'],
    args: { channel: filled, scheduled_message_id: filled },
    call({ engine, world, args }) {
      engine.scheduled.cancel(visible(world, args.channel), args.scheduled_message_id)
      return {}
    },
  }),

  'chat.scheduledMessages.list': method({
    tier: 3,
    args: {
      channel: text.optional(),
      oldest: whole.optional(),
      latest: whole.optional(),
      limit: count(100, 100),
      cursor: text.optional(),
    },
    call({ engine, world, args }) {
      if (args.channel && !world.channels.has(args.channel)) throw new Refusal('invalid_channel')
      const { channel: wanted, oldest = 0, latest = Number.POSITIVE_INFINITY } = args
      const found = engine.scheduled.all.filter(
        ({ channel, postAt }) => (!wanted || channel.id === wanted) && postAt >= oldest && postAt <= latest,
      )
      const { items, next_cursor } = page(found, args.limit, args.cursor)
      return { scheduled_messages: items.map(wireScheduled), response_metadata: { next_cursor } }
    },
  }),
}
