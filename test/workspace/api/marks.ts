import { addBookmark, pin, pinned, react, unpin, unreact } from '../world/marks.ts'
import { messageAt } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Bookmark, Channel } from '../world/shapes.ts'
import { wireMessage } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, joined, visible } from './places.ts'

const onMessage = { channel: filled, timestamp: filled }

function bookmarkable(world: World, id: string): Channel {
  const channel = visible(world, id)
  const member = channel.members.has(bot(world).id)
  if (world.restricted || !member) throw new Refusal('permission_denied')
  return channel
}

function wireBookmark(world: World, channel: Channel, bookmark: Bookmark) {
  const { created, ...shown } = bookmark
  const by = { last_updated_by_user_id: bot(world).id, last_updated_by_team_id: world.team.id }
  return {
    ...shown,
    channel_id: channel.id,
    type: 'link',
    date_created: created,
    date_updated: created,
    ...by,
  }
}

function bookmarkIn(channel: Channel, id: string): Bookmark {
  const bookmark = channel.bookmarks.find((one) => one.id === id)
  if (!bookmark) throw new Refusal('not_found')
  return bookmark
}

/** Pins, bookmarks and reactions. */
export const marks = {
  'pins.add': method({
    tier: 2,
    scopes: ['pins:write'],
    args: { channel: filled, timestamp: text.optional() },
    call({ world, args }) {
      if (!args.timestamp) throw new Refusal('no_item_specified')
      pin(world, joined(world, args.channel), args.timestamp, bot(world))
      return {}
    },
  }),

  'pins.remove': method({
    tier: 2,
    scopes: ['pins:write'],
    args: onMessage,
    call({ world, args }) {
      unpin(world, joined(world, args.channel), args.timestamp, bot(world))
      return {}
    },
  }),

  'pins.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['pins:read'],
    args: { channel: filled },
    call({ world, args }) {
      const channel = visible(world, args.channel)
      const items = pinned(channel).map(({ created, by, message }) => ({
        type: 'message',
        channel: channel.id,
        created,
        created_by: by,
        message: { ...wireMessage(world, message), pinned_to: [channel.id] },
      }))
      return { items }
    },
  }),

  'bookmarks.add': method({
    tier: 2,
    scopes: ['bookmarks:write'],
    args: { channel_id: filled, title: filled, type: filled, link: text.optional(), emoji: text.optional() },
    partly: 'links only, no folders',
    call({ world, args }) {
      const channel = bookmarkable(world, args.channel_id)
      if (args.type !== 'link') throw new Refusal('invalid_bookmark_type')
      const bookmark = addBookmark(world, channel, args.title, args.link ?? '', args.emoji)
      return { bookmark: wireBookmark(world, channel, bookmark) }
    },
  }),

  'bookmarks.list': method({
    tier: 3,
    scopes: ['bookmarks:read'],
    args: { channel_id: filled },
    call({ world, args }) {
      const channel = joined(world, args.channel_id)
      return { bookmarks: channel.bookmarks.map((bookmark) => wireBookmark(world, channel, bookmark)) }
    },
  }),

  'bookmarks.edit': method({
    tier: 2,
    scopes: ['bookmarks:write'],
    args: {
      channel_id: filled,
      bookmark_id: filled,
      title: text.optional(),
      link: text.optional(),
      emoji: text.optional(),
    },
    call({ world, args }) {
      const channel = bookmarkable(world, args.channel_id)
      const bookmark = bookmarkIn(channel, args.bookmark_id)
      if (args.link !== undefined && !/^https?:\/\//.test(args.link)) throw new Refusal('invalid_link')
      const { title = bookmark.title, link = bookmark.link, emoji = bookmark.emoji } = args
      Object.assign(bookmark, { title, link, emoji })
      world.changed()
      return { bookmark: wireBookmark(world, channel, bookmark) }
    },
  }),

  'bookmarks.remove': method({
    tier: 2,
    scopes: ['bookmarks:write'],
    args: { channel_id: filled, bookmark_id: filled },
    call({ world, args }) {
      const channel = bookmarkable(world, args.channel_id)
      const gone = bookmarkIn(channel, args.bookmark_id)
      channel.bookmarks = channel.bookmarks.filter((bookmark) => bookmark !== gone)
      world.changed()
      return {}
    },
  }),

  'reactions.add': method({
    tier: 3,
    scopes: ['reactions:write'],
    args: { ...onMessage, name: filled },
    call({ world, args }) {
      const channel = joined(world, args.channel)
      react(world, channel, messageAt(channel, args.timestamp), args.name, bot(world))
      return {}
    },
  }),

  'reactions.remove': method({
    tier: 2,
    scopes: ['reactions:write'],
    args: { ...onMessage, name: filled },
    call({ world, args }) {
      const channel = joined(world, args.channel)
      unreact(world, channel, messageAt(channel, args.timestamp), args.name, bot(world))
      return {}
    },
  }),

  'reactions.get': method({
    tier: 3,
    formOnly: true,
    scopes: ['reactions:read'],
    args: onMessage,
    call({ world, args }) {
      const channel = visible(world, args.channel)
      const message = wireMessage(world, messageAt(channel, args.timestamp))
      return { type: 'message', channel: channel.id, message }
    },
  }),
}
