import { createChannel } from '../world/channels.ts'
import { Refusal } from '../world/refusal.ts'
import { archive, rename, setNote } from '../world/renaming.ts'
import type { Channel } from '../world/shapes.ts'
import { wireChannel } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, flag, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, joined, joinedChannel, named, needScope, visible } from './places.ts'

const MANAGE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write']
const TOPIC = [...MANAGE, 'channels:write.topic', 'groups:write.topic', 'im:write.topic', 'mpim:write.topic']

/** A place whose topic and purpose the app may set; two people alone have neither. */
function describable(world: World, id: string): Channel {
  const channel = joined(world, id)
  if (channel.kind === 'dm') throw new Refusal('method_not_supported_for_channel_type')
  needScope(world, channel, 'topic')
  return channel
}

/** Making and changing channels. */
export const conversations = {
  'conversations.create': method({
    tier: 2,
    scopes: MANAGE,
    args: { name: text, is_private: flag.optional() },
    call({ world, args }) {
      const isPrivate = args.is_private ?? false
      needScope(world, { kind: isPrivate ? 'private' : 'public' }, 'write')
      if (world.restricted) throw new Refusal('restricted_action')
      return { channel: wireChannel(world, createChannel(world, args.name, isPrivate, bot(world))) }
    },
  }),

  'conversations.archive': method({
    tier: 2,
    scopes: MANAGE,
    args: { channel: filled },
    call({ world, args }) {
      const channel = joinedChannel(world, args.channel)
      needScope(world, channel, 'write')
      archive(world, channel, bot(world))
      return {}
    },
  }),

  'conversations.unarchive': method({
    tier: 2,
    scopes: MANAGE,
    args: { channel: filled },
    partly: 'a bot never succeeds: archiving ended its membership',
    call({ world, args }) {
      const channel = named(visible(world, args.channel))
      needScope(world, channel, 'write')
      throw new Refusal(channel.archived ? 'not_in_channel' : 'not_archived')
    },
  }),

  'conversations.rename': method({
    tier: 2,
    scopes: MANAGE,
    args: { channel: filled, name: text },
    call({ world, args }) {
      const channel = joinedChannel(world, args.channel)
      needScope(world, channel, 'write')
      if (channel.creator !== bot(world).id) throw new Refusal('not_authorized')
      rename(world, channel, args.name, bot(world))
      return { channel: wireChannel(world, channel) }
    },
  }),

  'conversations.setTopic': method({
    tier: 2,
    scopes: TOPIC,
    args: { channel: filled, topic: text },
    call({ world, args }) {
      const channel = describable(world, args.channel)
      setNote(world, channel, 'topic', args.topic, bot(world))
      return { channel: wireChannel(world, channel) }
    },
  }),

  'conversations.setPurpose': method({
    tier: 2,
    scopes: TOPIC,
    args: { channel: filled, purpose: text },
    call({ world, args }) {
      const channel = describable(world, args.channel)
      setNote(world, channel, 'purpose', args.purpose, bot(world))
      return { channel: wireChannel(world, channel) }
    },
  }),
}
