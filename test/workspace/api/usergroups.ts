import { Refusal } from '../world/refusal.ts'
import { wireGroup } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, flag } from './arguments.ts'
import { method } from './method.ts'

function paid(world: World): void {
  if (!world.paid) throw new Refusal('plan_upgrade_required')
}

export const usergroups = {
  'usergroups.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['usergroups:read'],
    args: { include_count: flag.optional(), include_users: flag.optional() },
    call({ world, args }) {
      paid(world)
      const includes = { count: args.include_count ?? false, users: args.include_users ?? false }
      return { usergroups: [...world.groups.values()].map((group) => wireGroup(world, group, includes)) }
    },
  }),

  'usergroups.users.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['usergroups:read'],
    args: { usergroup: filled },
    call({ world, args }) {
      paid(world)
      const group = world.groups.get(args.usergroup)
      if (!group) throw new Refusal('no_such_subteam')
      return { users: group.members }
    },
  }),
}
