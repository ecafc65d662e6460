import { nextQuiet } from '../world/quiet-hours.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { filled, list, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, person } from './places.ts'

/** Slack says 1 for the times of somebody who has switched it off. */
const NEVER = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }

function quiet(world: World, member: Member) {
  const next = member.isBot ? undefined : nextQuiet(member, world.now())
  return next ? { dnd_enabled: true, next_dnd_start_ts: next.start, next_dnd_end_ts: next.end } : NEVER
}

/** Whether people are there and may be disturbed. */
export const availability = {
  'users.getPresence': method({
    tier: 3,
    formOnly: true,
    scopes: ['users:read'],
    args: { user: text.optional() },
    call({ world, args }) {
      const member = args.user ? person(world, args.user) : bot(world)
      const presence = member.away || member.deleted ? 'away' : 'active'
      const own = { online: true, auto_away: false, manual_away: member.away, connection_count: 1 }
      return { presence, ...(member === bot(world) && own) }
    },
  }),

  'users.setPresence': method({
    tier: 2,
    scopes: ['users:write'],
    args: { presence: filled },
    call({ world, args: { presence } }) {
      if (presence !== 'auto' && presence !== 'away') throw new Refusal('invalid_presence')
      bot(world).away = presence === 'away'
      world.changed()
      return {}
    },
  }),

  'dnd.info': method({
    tier: 3,
    formOnly: true,
    scopes: ['dnd:read'],
    args: { user: text.optional() },
    partly: 'nobody snoozes',
    call: ({ world, args }) => quiet(world, args.user ? person(world, args.user) : bot(world)),
  }),

  'dnd.teamInfo': method({
    tier: 2,
    formOnly: true,
    scopes: ['dnd:read'],
    args: { users: list.optional() },
    partly: 'nobody snoozes',
    call({ world, args: { users = [] } }) {
      if (users.length === 0) throw new Refusal('no_users_provided')
      const known = users.flatMap((id) => world.people.get(id) ?? [])
      return { users: Object.fromEntries(known.map((member) => [member.id, quiet(world, member)])) }
    },
  }),
}
