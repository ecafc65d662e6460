import { react, unreact } from '../world/marks.ts'
import { messageAt } from '../world/messages.ts'
import { wireMessage } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { count, filled, text } from './arguments.ts'
import { method } from './method.ts'
import { page } from './paging.ts'
import { bot, joined, person, stamp, visible } from './places.ts'

const onMessage = { channel: filled, timestamp: text.optional() }

/** Messages that somebody put a reaction on, as far as the app can see them, newest first. */
function reactedBy(world: World, user: string) {
  const seen = [...world.channels.values()].filter((channel) => channel.members.has(bot(world).id))
  const marked = seen.flatMap((channel) =>
    channel.messages
      .filter((message) => message.reactions.some(({ users }) => users.includes(user)))
      .map((message) => ({ type: 'message', channel: channel.id, message: wireMessage(world, message) })),
  )
  return marked.toSorted((a, b) => (a.message.ts < b.message.ts ? 1 : -1))
}

export const reactions = {
  'reactions.add': method({
    tier: 3,
    scopes: ['reactions:write'],
    args: { ...onMessage, name: filled },
    partly: 'whatever is spelt like an emoji’s name is one',
    call({ world, args }) {
      const channel = joined(world, args.channel)
      react(world, channel, messageAt(channel, stamp(args.timestamp)), args.name, bot(world))
      return {}
    },
  }),

  'reactions.remove': method({
    tier: 2,
    scopes: ['reactions:write'],
    args: { ...onMessage, name: filled },
    partly: 'messages only',
    call({ world, args }) {
      const channel = joined(world, args.channel)
      unreact(world, channel, messageAt(channel, stamp(args.timestamp)), args.name, bot(world))
      return {}
    },
  }),

  'reactions.get': method({
    tier: 3,
    formOnly: true,
    scopes: ['reactions:read'],
    args: onMessage,
    partly: 'messages only',
    call({ world, args }) {
      const channel = visible(world, args.channel)
      const message = wireMessage(world, messageAt(channel, stamp(args.timestamp)))
      return { type: 'message', channel: channel.id, message }
    },
  }),

  'reactions.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['reactions:read'],
    args: { user: text.optional(), limit: count(1000, 100), cursor: text.optional() },
    partly: 'messages only',
    call({ world, args }) {
      const { id } = args.user ? person(world, args.user) : bot(world)
      const { items, next_cursor } = page(reactedBy(world, id), args.limit, args.cursor)
      return { items, response_metadata: { next_cursor } }
    },
  }),
}
