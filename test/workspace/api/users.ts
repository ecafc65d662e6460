import { Refusal } from '../world/refusal.ts'
import { wireProfile, wireUser } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { count, filled, flag, text } from './arguments.ts'
import { method } from './method.ts'
import { page } from './paging.ts'
import { bot, person } from './places.ts'

/** Slack names no figure. */
const MOST_UNPAGED = 1000

function emailsShown(world: World): boolean {
  return world.app.scopes.includes('users:read.email')
}

export const users = {
  'users.info': method({
    tier: 4,
    scopes: ['users:read'],
    formOnly: true,
    args: { user: filled, include_locale: flag.optional() },
    call({ world, args }) {
      const user = wireUser(world, person(world, args.user), emailsShown(world))
      return { user: args.include_locale ? { ...user, locale: 'en-US' } : user }
    },
  }),

  'users.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['users:read'],
    args: { limit: count(1000, 0), cursor: text.optional(), include_locale: flag.optional() },
    call({ world, args }) {
      if (args.limit === 0 && world.people.size > MOST_UNPAGED) throw new Refusal('limit_required')
      const { items, next_cursor } = page([...world.people.values()], args.limit || MOST_UNPAGED, args.cursor)
      const locale = args.include_locale ? { locale: 'en-US' } : {}
      const members = items.map((member) => ({ ...wireUser(world, member, emailsShown(world)), ...locale }))
      return { members, cache_ts: world.seconds(), response_metadata: { next_cursor } }
    },
  }),

  'users.lookupByEmail': method({
    tier: 3,
    formOnly: true,
    scopes: ['users:read.email'],
    args: { email: filled },
    call({ world, args }) {
      const wanted = args.email.toLowerCase()
      const found = [...world.people.values()].find(
        (one) => one.email.toLowerCase() === wanted && !one.deleted,
      )
      if (!found) throw new Refusal('users_not_found')
      return { user: wireUser(world, found, true) }
    },
  }),

  'users.profile.get': method({
    tier: 4,
    formOnly: true,
    scopes: ['users.profile:read'],
    args: { user: text.optional() },
    partly: 'no custom fields, no status',
    call({ world, args }) {
      const member = args.user ? person(world, args.user) : bot(world)
      return { profile: { ...wireProfile(world, member, emailsShown(world)), fields: {} } }
    },
  }),
}
