import type { Group } from './shapes.ts'
import { wireGroup } from './wire.ts'
import type { World } from './world.ts'

/** A user group came into being. */
export function tellFounded(world: World, group: Group): void {
  tell(world, 'subteam_created', group)
}

/** A user group gets another name, handle or standing. */
export function changeGroup(
  world: World,
  group: Group,
  changes: Partial<Omit<Group, 'id' | 'members'>>,
): void {
  Object.assign(group, changes)
  tell(world, 'subteam_updated', group)
}

/** A user group gets other members. */
export function regroup(world: World, group: Group, members: string[]): void {
  const before = group.members
  group.members = members
  tell(world, 'subteam_updated', group)
  tellMembers(world, group, before)
}

function tell(world: World, type: string, group: Group): void {
  const subteam = wireGroup(world, group, { count: true, users: true })
  world.tell({ declaredAs: type, body: { type, subteam, event_ts: world.nextTs() } })
}

function tellMembers(world: World, group: Group, before: string[]): void {
  const added = group.members.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !group.members.includes(id))
  const body = {
    type: 'subteam_members_changed',
    subteam_id: group.id,
    team_id: world.team.id,
    date_previous_update: 0,
    date_update: world.seconds(),
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
    event_ts: world.nextTs(),
  }
  world.tell({ declaredAs: 'subteam_members_changed', body })
}
