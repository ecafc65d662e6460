import { enter, exit } from '../world/membership.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel } from '../world/shapes.ts'
import { wireChannel } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { countUnder, filled, flag, list, text } from './arguments.ts'
import { method } from './method.ts'
import { page } from './paging.ts'
import { bot, joinedChannel, named, needScope, person, visible } from './places.ts'

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read']
const WRITE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write']
const INVITE = [...WRITE, 'channels:write.invites', 'groups:write.invites']
const MOST_INVITED = 100

function inviteTrouble(world: World, channel: Channel, id: string): string | undefined {
  const member = world.people.get(id)
  if (!member || member.deleted) return 'user_not_found'
  if (member.id === bot(world).id) return 'cant_invite_self'
  if (member.guest) return 'user_is_restricted'
  return channel.members.has(id) ? 'already_in_channel' : undefined
}

/** Who is in a conversation. */
export const conversationMembers = {
  'conversations.members': method({
    tier: 4,
    formOnly: true,
    scopes: READ,
    args: { channel: filled, limit: countUnder(1000, 100), cursor: text.optional() },
    call({ world, args }) {
      const channel = visible(world, args.channel)
      needScope(world, channel, 'read')
      const { items, next_cursor } = page([...channel.members], args.limit, args.cursor)
      return { members: items, response_metadata: { next_cursor } }
    },
  }),

  'conversations.invite': method({
    tier: 3,
    scopes: INVITE,
    args: { channel: filled, users: list, force: flag.optional() },
    call({ world, args }) {
      const channel = joinedChannel(world, args.channel)
      needScope(world, channel, 'invites')
      if (channel.archived) throw new Refusal('is_archived')
      if (args.users.length === 0) throw new Refusal('no_user')
      if (args.users.length > MOST_INVITED) throw new Refusal('too_many_users')
      const tried = args.users.map((user) => ({ user, error: inviteTrouble(world, channel, user) }))
      const errors = tried.flatMap(({ user, error }) => (error ? [{ user, ok: false, error }] : []))
      const first = errors[0]
      if (first && !(args.force && errors.length < tried.length)) throw new Refusal(first.error, { errors })
      for (const { user, error } of tried) if (!error) enter(world, channel, person(world, user), bot(world))
      return { channel: wireChannel(world, channel), ...(errors.length > 0 && { errors }) }
    },
  }),

  'conversations.kick': method({
    tier: 3,
    scopes: ['channels:manage', 'groups:write'],
    args: { channel: filled, user: filled },
    call({ world, args }) {
      const channel = joinedChannel(world, args.channel)
      needScope(world, channel, 'write')
      const member = person(world, args.user)
      if (member.id === bot(world).id) throw new Refusal('cant_kick_self')
      if (channel.general) throw new Refusal('cant_kick_from_general')
      if (!channel.members.has(member.id)) throw new Refusal('not_in_channel')
      exit(world, channel, member)
      return { errors: {} }
    },
  }),

  'conversations.join': method({
    tier: 3,
    scopes: ['channels:join'],
    args: { channel: filled },
    call({ world, args }) {
      const channel = named(visible(world, args.channel))
      const already = channel.members.has(bot(world).id)
      enter(world, channel, bot(world))
      const warning = 'already_in_channel'
      const warned = already && { warning, response_metadata: { warnings: [warning] } }
      return { channel: wireChannel(world, channel), ...warned }
    },
  }),

  'conversations.leave': method({
    tier: 3,
    scopes: WRITE,
    args: { channel: filled },
    call({ world, args }) {
      const channel = named(visible(world, args.channel))
      needScope(world, channel, 'write')
      // Slack's oddest answer: not ok, and no error either.
      if (!channel.members.has(bot(world).id)) return { ok: false, not_in_channel: true }
      if (channel.members.size === 1) throw new Refusal('last_member')
      exit(world, channel, bot(world))
      return {}
    },
  }),
}
