import type { GroupSeed, PersonSeed } from '../options.ts'
import { findChannel } from './channels.ts'
import { execute } from './executions.ts'
import { regroup, tellFounded } from './groups.ts'
import { addGroup, addPerson, byHandle, groupByHandle } from './people.ts'
import { changeId, deleteChannel, makePrivate } from './renaming.ts'
import type { Channel, Execution, Member } from './shapes.ts'
import { grant, revoke, uninstall } from './tokens.ts'
import { wireUser } from './wire.ts'
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
      tellFounded(world, addGroup(world, seed))
    },

    /** A user group gets other members. */
    regroup(handle: string, members: string[]): void {
      const group = groupByHandle(world, handle)
      if (!group) throw new Error(`there is no group @${handle}`)
      regroup(
        world,
        group,
        members.map((one) => byHandle(world, one).id),
      )
    },

    /** A channel and all that was said in it are deleted. */
    deleteChannel(name: string): void {
      deleteChannel(world, named(world, name))
    },

    /** A public channel becomes a private one; who is in it stays. */
    makePrivate(name: string, by: string): void {
      makePrivate(world, named(world, name), byHandle(world, by))
    },

    /** A channel is moved for sharing it with another workspace, and has another id from then on. */
    changeId(name: string): void {
      changeId(world, named(world, name))
    },

    /** A workflow comes to a step that the app does, declared in its manifest under this callback id. */
    execute(callbackId: string, inputs: Record<string, unknown> = {}): Execution {
      return execute(world, callbackId, inputs)
    },

    /** The bot's token is revoked though the app stays; people can still press and type in vain. */
    revokeToken(): void {
      const token = world.tokens.get(world.app.botToken)
      if (token) revoke(world, token)
    },

    /** The app is removed: it is told, and its tokens are dead. */
    uninstall(): void {
      uninstall(world)
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
