import { Refusal } from '../world/refusal.ts'
import { wireUser } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { count, filled, flag, text } from './arguments.ts'
import { method } from './method.ts'
import { page } from './paging.ts'
import { person } from './places.ts'

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
    args: { limit: count(1000, 1000), cursor: text.optional() },
    call({ world, args }) {
      const { items, next_cursor } = page([...world.people.values()], args.limit, args.cursor)
      const members = items.map((member) => wireUser(world, member, emailsShown(world)))
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
}
