import { dmWithApp, groupWithApp } from '../world/channels.ts'
import { findMessage } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Member } from '../world/shapes.ts'
import { wireChannel } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, flag, list, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, joined, needScope, person, visible } from './places.ts'

const WRITE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write']
const MOST_PEOPLE = 8

function nameless(channel: Channel): Channel {
  const { kind } = channel
  if (kind !== 'dm' && kind !== 'mpim') throw new Refusal('method_not_supported_for_channel_type')
  return channel
}

function partners(world: World, ids: string[]): Member[] {
  const others = ids.filter((id) => id !== bot(world).id)
  if (ids.length === 0) throw new Refusal('users_list_not_supplied')
  if (others.length === 0) throw new Refusal('not_enough_users')
  if (others.length > MOST_PEOPLE) throw new Refusal('too_many_users')
  const people = others.map((id) => person(world, id))
  if (people.some((one) => one.deleted)) throw new Refusal('user_disabled')
  return people
}

/** With one person a DM, with several a conversation of them all. */
function conversationWith(world: World, people: Member[]): { channel: Channel; existed: boolean } {
  const [one] = people
  const isDm = people.length === 1 && one !== undefined
  needScope(world, { kind: isDm ? 'dm' : 'mpim' }, 'write')
  const before = world.channels.size
  const channel = isDm ? dmWithApp(world, one) : groupWithApp(world, people)
  return { channel, existed: world.channels.size === before }
}

/** Conversations without a name: opened, closed and read. */
export const conversationOpening = {
  'conversations.open': method({
    tier: 3,
    scopes: WRITE,
    args: {
      channel: text.optional(),
      users: list.optional(),
      return_im: flag.optional(),
    },
    partly: 'without `prevent_creation`',
    call({ world, args }) {
      const given = args.channel && nameless(visible(world, args.channel))
      const { channel, existed } = given
        ? { channel: given, existed: true }
        : conversationWith(world, partners(world, args.users ?? []))
      const already = existed && channel.open && { no_op: true, already_open: true }
      channel.open = true
      world.changed()
      return { channel: args.return_im ? wireChannel(world, channel) : { id: channel.id }, ...already }
    },
  }),

  'conversations.close': method({
    tier: 2,
    scopes: WRITE,
    args: { channel: filled },
    call({ world, args }) {
      const channel = nameless(joined(world, args.channel))
      needScope(world, channel, 'write')
      if (!channel.open) return { no_op: true, already_closed: true }
      channel.open = false
      world.changed()
      return {}
    },
  }),

  'conversations.mark': method({
    tier: 3,
    scopes: WRITE,
    args: { channel: filled, ts: filled },
    call({ world, args }) {
      const channel = joined(world, args.channel)
      needScope(world, channel, 'write')
      if (!findMessage(channel, args.ts)) throw new Refusal('invalid_timestamp')
      channel.read.set(bot(world).id, args.ts)
      return {}
    },
  }),
}
