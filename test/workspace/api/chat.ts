import { checkMessage, checkUpdate } from '../blocks/check.ts'
import { change, messageAt, post, remove, whisper } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Message } from '../world/shapes.ts'
import { wireMessage } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, flag, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, destination, joined, permalink, person, visible } from './places.ts'
import {
  content,
  disguised,
  drafted,
  parent,
  persona,
  postable,
  posted,
  speaksItself,
  truncation,
} from './posting.ts'

function own(world: World, message: Message, refusal: string): void {
  if (message.user !== bot(world).id || message.subtype) throw new Refusal(refusal)
}

export const chat = {
  'chat.postMessage': method({
    tier: 'special',
    scopes: ['chat:write'],
    args: {
      channel: filled,
      ...posted,
      ...persona,
    },
    partly: 'without drafts; media are not unfurled, and `text` is not parsed for links',
    call({ world, args }) {
      speaksItself(args)
      const channel = destination(world, args.channel)
      postable(world, channel)
      parent(channel, args.thread_ts)
      const message = post(world, channel, { ...drafted(world, args), ...disguised(world, args) })
      const said = wireMessage(world, message)
      return { channel: channel.id, ts: message.ts, message: said, ...truncation(args) }
    },
  }),

  'chat.update': method({
    tier: 3,
    scopes: ['chat:write'],
    args: { channel: filled, ts: filled, ...content, reply_broadcast: flag.optional() },
    partly: 'no files are added (`file_ids`)',
    call({ world, args }) {
      speaksItself(args)
      const channel = visible(world, args.channel)
      if (channel.archived) throw new Refusal('is_inactive')
      const message = messageAt(channel, args.ts)
      own(world, message, 'cant_update_message')
      if (message.streaming) throw new Refusal('streaming_state_conflict')
      change(world, channel, message, checkUpdate(args, world))
      return { channel: channel.id, ts: message.ts, text: message.text, message: wireMessage(world, message) }
    },
  }),

  'chat.delete': method({
    tier: 3,
    scopes: ['chat:write'],
    args: { channel: filled, ts: filled },
    call({ world, args }) {
      const channel = visible(world, args.channel)
      const message = messageAt(channel, args.ts)
      own(world, message, 'cant_delete_message')
      remove(world, channel, message)
      return { channel: channel.id, ts: args.ts }
    },
  }),

  'chat.postEphemeral': method({
    tier: 4,
    scopes: ['chat:write'],
    args: { channel: filled, user: filled, ...content, ...persona, thread_ts: text.optional() },
    call({ world, args }) {
      const channel = joined(world, args.channel)
      if (channel.archived) throw new Refusal('is_archived')
      const to = person(world, args.user)
      if (!channel.members.has(to.id)) throw new Refusal('user_not_in_channel')
      parent(channel, args.thread_ts)
      const said = { ...checkMessage(args, world), ...disguised(world, args) }
      const draft = { user: bot(world).id, byApp: true, ...said, threadTs: args.thread_ts }
      return { message_ts: whisper(world, channel, to.id, draft).ts }
    },
  }),

  'chat.meMessage': method({
    tier: 3,
    scopes: ['chat:write'],
    args: { channel: filled, text: filled },
    call({ world, args }) {
      const channel = destination(world, args.channel)
      postable(world, channel)
      const draft = { user: bot(world).id, byApp: true, text: args.text, subtype: 'me_message' }
      return { channel: channel.id, ts: post(world, channel, draft).ts }
    },
  }),

  'chat.getPermalink': method({
    tier: 'special',
    formOnly: true,
    args: { channel: filled, message_ts: filled },
    call({ engine, world, args }) {
      const channel = visible(world, args.channel)
      const message = messageAt(channel, args.message_ts)
      return { channel: channel.id, permalink: permalink(engine, channel, message) }
    },
  }),
}
