import { z } from 'zod'
import { isAgent } from '../world/chats.ts'
import { findMessage } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Chat } from '../world/shapes.ts'
import { filled, json, text } from './arguments.ts'
import { method } from './method.ts'
import { visible } from './places.ts'

const prompts = z
  .array(z.object({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4)

/** The conversation with the agent that is meant; the newest when none is named. */
function chatOf({ chats }: Channel, threadTs = [...chats.keys()].at(-1)): Chat {
  const chat = chats.get(threadTs ?? '')
  if (!chat) throw new Refusal('invalid_thread_ts')
  return chat
}

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

  'assistant.threads.setTitle': method({
    tier: 4,
    scopes: ['assistant:write'],
    args: { channel_id: filled, thread_ts: filled, title: filled },
    call({ world, args }) {
      chatOf(visible(world, args.channel_id), args.thread_ts).title = args.title
      world.changed()
      return {}
    },
  }),

  'assistant.threads.setSuggestedPrompts': method({
    tier: 4,
    scopes: ['assistant:write'],
    args: {
      channel_id: filled,
      thread_ts: text.optional(),
      title: text.optional(),
      prompts: json.pipe(prompts),
    },
    call({ world, args }) {
      if (!isAgent(world)) throw new Refusal('not_agent_app')
      const chat = chatOf(visible(world, args.channel_id), args.thread_ts || undefined)
      Object.assign(chat, { lead: args.title ?? '', prompts: args.prompts })
      world.changed()
      return {}
    },
  }),
}
