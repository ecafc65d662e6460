import { z } from 'zod'
import { findMessage } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import { filled, json, text } from './arguments.ts'
import { method } from './method.ts'
import { visible } from './places.ts'

export const assistant = {
  'assistant.threads.setStatus': method({
    tier: 'special',
    scopes: ['chat:write', 'assistant:write'],
    args: {
      channel_id: filled,
      thread_ts: filled,
      status: text,
      loading_messages: json.pipe(z.array(z.string()).max(10)).optional(),
    },
    partly: 'loading messages are not shown in turn; no name or icon of its own',
    call({ world, args }) {
      const channel = visible(world, args.channel_id)
      if (!findMessage(channel, args.thread_ts)) throw new Refusal('invalid_thread_ts')
      if (args.status === '') channel.statuses.delete(args.thread_ts)
      else channel.statuses.set(args.thread_ts, { words: args.status, at: world.now() })
      world.changed()
      return {}
    },
  }),
}
