import { findMessage, repliesTo } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Member, Message } from '../world/shapes.ts'
import { wireChannel, wireMessage } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { count, countUnder, filled, flag, text } from './arguments.ts'
import { method } from './method.ts'
import { page } from './paging.ts'
import { bot, joined, needScope, person, visible } from './places.ts'

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read']
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history']
const KINDS: Record<string, Channel['kind']> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'dm',
  mpim: 'mpim',
}
const STAMP = /^\d{1,10}(\.\d{1,6})?$/
const listing = {
  types: text.default('public_channel'),
  exclude_archived: flag.optional(),
  limit: countUnder(1000, 100),
  cursor: text.optional(),
}
const range = {
  oldest: text.optional(),
  latest: text.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
  cursor: text.optional(),
}

interface Listing {
  types: string
  exclude_archived?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

function listed(world: World, member: Member, args: Listing, onlyJoined: boolean) {
  const kinds = args.types.split(',').map((type) => KINDS[type.trim()])
  if (kinds.includes(undefined)) throw new Refusal('invalid_types')
  for (const kind of kinds) if (kind) needScope(world, { kind }, 'read')
  const all = [...world.channels.values()].filter((channel) => kinds.includes(channel.kind))
  const seen = all.filter((one) => one.members.has(member.id) || (!onlyJoined && one.kind === 'public'))
  const { items, next_cursor } = page(seen, args.limit, args.cursor)
  // Slack filters after it has cut the page, so that a page may come short.
  const kept = items.filter((channel) => !(args.exclude_archived && channel.archived))
  return { channels: kept.map((channel) => wireChannel(world, channel)), response_metadata: { next_cursor } }
}

interface Range {
  oldest?: string | undefined
  latest?: string | undefined
  inclusive?: boolean | undefined
}

/** Who sells an app outside the Marketplace reads fifteen messages at a time. */
function readable(world: World, limit: number): number {
  return world.distributed ? Math.min(limit, 15) : limit
}

function within({ ts }: Message, { oldest, latest, inclusive = false }: Range): boolean {
  const after = !oldest || ts > padded(oldest) || (inclusive && ts === padded(oldest))
  return after && (!latest || ts < padded(latest) || (inclusive && ts === padded(latest)))
}

function checkRange({ oldest, latest }: Range): void {
  if (oldest && !STAMP.test(oldest)) throw new Refusal('invalid_ts_oldest')
  if (latest && !STAMP.test(latest)) throw new Refusal('invalid_ts_latest')
}

/** `1700000000` and `1700000000.5` are stamps too; all have ten digits before the point, so text compares. */
function padded(ts: string): string {
  const [seconds = '', micros = ''] = ts.split('.')
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`
}

function told(world: World, channel: Channel, message: Message, allMetadata = false) {
  const { metadata, ...wire } = wireMessage(world, message, { replies: repliesTo(channel, message.ts) })
  return allMetadata && metadata !== undefined ? { ...wire, metadata } : wire
}

/** Reading conversations and what was said in them. */
export const conversationReading = {
  'conversations.info': method({
    tier: 3,
    formOnly: true,
    scopes: READ,
    args: { channel: filled, include_num_members: flag.optional(), include_locale: flag.optional() },
    call({ world, args }) {
      const channel = visible(world, args.channel)
      needScope(world, channel, 'read')
      const counted = args.include_num_members && { num_members: channel.members.size }
      const locale = args.include_locale && { locale: 'en-US' }
      return { channel: { ...wireChannel(world, channel), ...counted, ...locale } }
    },
  }),

  'conversations.list': method({
    tier: 2,
    formOnly: true,
    scopes: READ,
    args: listing,
    call: ({ world, args }) => listed(world, bot(world), args, false),
  }),

  'users.conversations': method({
    tier: 3,
    formOnly: true,
    scopes: READ,
    args: { ...listing, user: text.optional() },
    partly: 'nobody mutes anything',
    call: ({ world, args }) => listed(world, args.user ? person(world, args.user) : bot(world), args, true),
  }),

  'conversations.history': method({
    tier: 3,
    formOnly: true,
    scopes: HISTORY,
    args: { channel: filled, ...range, limit: count(999, 100) },
    call({ world, args }) {
      const channel = joined(world, args.channel)
      needScope(world, channel, 'history')
      checkRange(args)
      const main = channel.messages.filter((one) => !one.threadTs || one.broadcast || one.threadTs === one.ts)
      const found = main.filter((message) => within(message, args)).reverse()
      const { items, next_cursor } = page(found, readable(world, args.limit), args.cursor)
      const messages = items.map((message) => told(world, channel, message, args.include_all_metadata))
      const has_more = next_cursor !== ''
      return { messages, has_more, pin_count: channel.pins.length, response_metadata: { next_cursor } }
    },
  }),

  'conversations.replies': method({
    tier: 3,
    formOnly: true,
    scopes: HISTORY,
    args: { channel: filled, ts: filled, ...range, limit: count(1000, 1000) },
    call({ world, args }) {
      const channel = joined(world, args.channel)
      needScope(world, channel, 'history')
      checkRange(args)
      const parent = findMessage(channel, args.ts)
      if (!parent) throw new Refusal('thread_not_found')
      const replies = repliesTo(channel, args.ts).filter((message) => within(message, args))
      const { items, next_cursor } = page([parent, ...replies], readable(world, args.limit), args.cursor)
      const messages = items.map((message) => told(world, channel, message, args.include_all_metadata))
      return { messages, has_more: next_cursor !== '', response_metadata: { next_cursor } }
    },
  }),
}
