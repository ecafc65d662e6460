import { changeGroup, regroup, tellFounded } from '../world/groups.ts'
import { freshId } from '../world/ids.ts'
import { Refusal } from '../world/refusal.ts'
import type { Group } from '../world/shapes.ts'
import { wireGroup } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, list, text } from './arguments.ts'
import { method } from './method.ts'
import { groupOf, paid } from './places.ts'

const WRITE = { tier: 2, scopes: ['usergroups:write'] } as const

/** Whether groups may be touched at all; most workspaces leave that to their admins. */
function permitted(world: World): void {
  paid(world)
  if (world.restricted) throw new Refusal('permission_denied')
}

function free(world: World, { name, handle }: { name?: string; handle?: string }, self?: Group): void {
  const others = [...world.groups.values()].filter((one) => one !== self)
  const holders = [...others, ...world.people.values()].map((one) => one.handle)
  if (others.some((one) => one.name === name)) throw new Refusal('name_already_exists')
  if (handle && !/^[a-z0-9._-]{1,21}$/.test(handle)) throw new Refusal('bad_handle')
  if (handle && holders.includes(handle)) throw new Refusal('handle_already_exists')
}

function answer(world: World, group: Group) {
  return { usergroup: wireGroup(world, group, { count: true, users: true }) }
}

/** Making and changing user groups. */
export const usergroupsChanging = {
  'usergroups.create': method({
    ...WRITE,
    args: { name: filled, handle: text.optional(), description: text.default('') },
    partly: 'no default channels',
    call({ world, args: { name, description, ...given } }) {
      permitted(world)
      const handle = given.handle || name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
      free(world, { name, handle })
      const group = { id: freshId('S'), name, handle, description, disabled: false, members: [] }
      world.groups.set(group.id, group)
      tellFounded(world, group)
      return answer(world, group)
    },
  }),

  'usergroups.update': method({
    ...WRITE,
    args: {
      usergroup: filled,
      name: filled.optional(),
      handle: filled.optional(),
      description: text.optional(),
    },
    partly: 'no default channels',
    call({ world, args: { usergroup, ...given } }) {
      permitted(world)
      const group = groupOf(world, usergroup)
      const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      free(world, changes, group)
      changeGroup(world, group, changes)
      return answer(world, group)
    },
  }),

  'usergroups.disable': method({
    ...WRITE,
    args: { usergroup: filled },
    call({ world, args }) {
      permitted(world)
      const group = groupOf(world, args.usergroup)
      changeGroup(world, group, { disabled: true })
      return answer(world, group)
    },
  }),

  'usergroups.enable': method({
    ...WRITE,
    args: { usergroup: filled },
    call({ world, args }) {
      permitted(world)
      const group = groupOf(world, args.usergroup)
      changeGroup(world, group, { disabled: false })
      return answer(world, group)
    },
  }),

  'usergroups.users.update': method({
    ...WRITE,
    args: { usergroup: filled, users: list.optional() },
    call({ world, args: { usergroup, users = [] } }) {
      permitted(world)
      const group = groupOf(world, usergroup)
      if (users.length === 0) throw new Refusal('no_users_provided')
      if (users.some((id) => !world.people.has(id))) throw new Refusal('invalid_users')
      regroup(world, group, users)
      return answer(world, group)
    },
  }),
}
