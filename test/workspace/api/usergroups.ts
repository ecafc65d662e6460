import { wireGroup } from '../world/wire.ts'
import { filled, flag } from './arguments.ts'
import { method } from './method.ts'
import { groupOf, paid } from './places.ts'

export const usergroups = {
  'usergroups.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['usergroups:read'],
    args: {
      include_count: flag.optional(),
      include_disabled: flag.optional(),
      include_users: flag.optional(),
    },
    call({ world, args }) {
      paid(world)
      const includes = { count: args.include_count ?? false, users: args.include_users ?? false }
      const shown = [...world.groups.values()].filter((one) => args.include_disabled || !one.disabled)
      return { usergroups: shown.map((group) => wireGroup(world, group, includes)) }
    },
  }),

  'usergroups.users.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['usergroups:read'],
    args: { usergroup: filled },
    partly: 'members of disabled groups are told unasked (`include_disabled`)',
    call({ world, args }) {
      paid(world)
      return { users: groupOf(world, args.usergroup).members }
    },
  }),
}
