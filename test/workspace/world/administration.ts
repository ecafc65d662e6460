import type { GroupSeed, PersonSeed } from '../options.ts'
import { findChannel } from './channels.ts'
import { addGroup, addPerson, byHandle, groupByHandle } from './people.ts'
import { deleteChannel, makePrivate } from './renaming.ts'
import type { Channel, Group, Member } from './shapes.ts'
import { grant, revoke } from './tokens.ts'
import { wireGroup, wireUser } from './wire.ts'
import type { World } from './world.ts'

/** What happens to a workspace from outside its channels. */
export function administration(world: World) {
  return {
    /** Somebody new arrives. */
    welcome(seed: PersonSeed): void {
      tellUser(world, 'team_join', addPerson(world, seed))
    },

    /** Somebody's name, title, zone or standing changes; `deleted` deactivates them. */
    change(handle: string, changes: Partial<Omit<Member, 'id' | 'isBot'>>): void {
      const member = byHandle(world, handle)
      Object.assign(member, changes, { updated: world.seconds() })
      if (member.deleted) for (const channel of world.channels.values()) channel.members.delete(member.id)
      tellUser(world, 'user_change', member)
    },

    /** A user group comes into being. */
    found(seed: GroupSeed): void {
      tellGroup(world, 'subteam_created', addGroup(world, seed))
    },

    /** A user group gets other members. */
    regroup(handle: string, members: string[]): void {
      const group = groupByHandle(world, handle)
      if (!group) throw new Error(`there is no group @${handle}`)
      const before = group.members
      group.members = members.map((one) => byHandle(world, one).id)
      tellGroup(world, 'subteam_updated', group)
      tellMembers(world, group, before)
    },

    /** A channel and all that was said in it are deleted. */
    deleteChannel(name: string): void {
      deleteChannel(world, named(world, name))
    },

    /** A public channel becomes a private one; who is in it stays. */
    makePrivate(name: string, by: string): void {
      makePrivate(world, named(world, name), byHandle(world, by))
    },

    /** The bot's token is revoked though the app stays; people can still press and type in vain. */
    revokeToken(): void {
      const token = world.tokens.get(world.app.botToken)
      if (token) revoke(world, token)
    },

    /** The app is removed: it is told, and its tokens are dead. */
    uninstall(): void {
      const tokens = { oauth: [], bot: [world.app.botUserId] }
      world.tell({ declaredAs: 'tokens_revoked', body: { type: 'tokens_revoked', tokens } })
      world.tell({ declaredAs: 'app_uninstalled', body: { type: 'app_uninstalled' } })
      world.app.removed = true
      for (const channel of world.channels.values()) channel.members.delete(world.app.botUserId)
    },

    /** The app is installed anew: its token lives again, or it has a new one, but it is in no channel. */
    install(): void {
      grant(world, [])
    },
  }
}

function named(world: World, name: string): Channel {
  const channel = findChannel(world, name)
  if (!channel) throw new Error(`there is no channel ${name}`)
  return channel
}

function tellUser(world: World, type: string, member: Member): void {
  const emailsShown = world.app.scopes.includes('users:read.email')
  const body = { type, user: wireUser(world, member, emailsShown), event_ts: world.nextTs() }
  world.tell({ declaredAs: type, body })
}

function tellGroup(world: World, type: string, group: Group): void {
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
