import { createChannel, dmWithApp } from '../world/channels.ts'
import { Refusal } from '../world/refusal.ts'
import { archive, rename, setNote } from '../world/renaming.ts'
import { wireChannel } from '../world/wire.ts'
import { filled, flag, list, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, joinedChannel, needScope, person, visible } from './places.ts'

const MANAGE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write']
const TOPIC = ['channels:manage', 'channels:write.topic', 'groups:write', 'groups:write.topic']

/** Making, opening and changing conversations. */
export const conversations = {
  'conversations.create': method({
    tier: 2,
    scopes: MANAGE,
    args: { name: text, is_private: flag.optional() },
    call({ world, args }) {
      if (world.restricted) throw new Refusal('restricted_action')
      const isPrivate = args.is_private ?? false
      needScope(world, { kind: isPrivate ? 'private' : 'public' }, 'write')
      return { channel: wireChannel(world, createChannel(world, args.name, isPrivate, bot(world))) }
    },
  }),

  'conversations.open': method({
    tier: 3,
    scopes: MANAGE,
    args: { channel: text.optional(), users: list.optional(), return_im: flag.optional() },
    partly: 'one person at a time, no group conversations',
    call({ world, args }) {
      const [user, ...others] = args.users ?? []
      if (!user && !args.channel) throw new Refusal('users_list_not_supplied')
      if (others.length > 0) throw new Refusal('too_many_users')
      const to = user ? person(world, user) : person(world, visible(world, args.channel ?? '').name)
      if (to.deleted) throw new Refusal('user_disabled')
      const dm = dmWithApp(world, to)
      needScope(world, dm, 'write')
      return { channel: args.return_im ? wireChannel(world, dm) : { id: dm.id } }
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

  'conversations.rename': method({
    tier: 2,
    scopes: MANAGE,
    args: { channel: filled, name: text },
    call({ world, args }) {
      const channel = joinedChannel(world, args.channel)
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
      const channel = joinedChannel(world, args.channel)
      setNote(world, channel, 'topic', args.topic, bot(world))
      return { channel: wireChannel(world, channel) }
    },
  }),

  'conversations.setPurpose': method({
    tier: 2,
    scopes: TOPIC,
    args: { channel: filled, purpose: text },
    call({ world, args }) {
      const channel = joinedChannel(world, args.channel)
      setNote(world, channel, 'purpose', args.purpose, bot(world))
      return { channel: wireChannel(world, channel) }
    },
  }),
}
