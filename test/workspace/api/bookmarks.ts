import { addBookmark, checkBookmark } from '../world/marks.ts'
import { Refusal } from '../world/refusal.ts'
import type { Bookmark, Channel } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { filled, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, joined, visible } from './places.ts'

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

export const bookmarks = {
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
      const { title = bookmark.title, link = bookmark.link, emoji = bookmark.emoji } = args
      checkBookmark(link, emoji)
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
}
