import { pin, pinned, unpin } from '../world/marks.ts'
import { wireMessage } from '../world/wire.ts'
import { filled, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, joined, permalink, stamp, visible } from './places.ts'

export const pins = {
  'pins.add': method({
    tier: 2,
    scopes: ['pins:write'],
    args: { channel: filled, timestamp: text.optional() },
    call({ world, args }) {
      pin(world, joined(world, args.channel), stamp(args.timestamp), bot(world))
      return {}
    },
  }),

  'pins.remove': method({
    tier: 2,
    scopes: ['pins:write'],
    args: { channel: filled, timestamp: text.optional() },
    call({ world, args }) {
      unpin(world, joined(world, args.channel), stamp(args.timestamp), bot(world))
      return {}
    },
  }),

  'pins.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['pins:read'],
    args: { channel: filled },
    call({ engine, world, args }) {
      const channel = visible(world, args.channel)
      const items = pinned(channel).map(({ created, by, message }) => ({
        type: 'message',
        channel: channel.id,
        created,
        created_by: by,
        message: {
          ...wireMessage(world, message),
          pinned_to: [channel.id],
          permalink: permalink(engine, channel, message),
        },
      }))
      return { items, count: items.length }
    },
  }),
}
