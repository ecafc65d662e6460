import type { Engine } from '../engine.ts'
import { dmWithApp } from '../world/channels.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Group, Member, Message } from '../world/shapes.ts'
import type { World } from '../world/world.ts'

/** Which message is meant, in methods where it might have been a file. */
export function stamp(timestamp = ''): string {
  if (timestamp === '') throw new Refusal('no_item_specified')
  if (!/^\d{1,10}\.\d{1,6}$/.test(timestamp)) throw new Refusal('bad_timestamp')
  return timestamp
}

/** Where a browser finds a message; one in a thread is named with it. */
export function permalink(engine: Engine, channel: Channel, { ts, threadTs }: Message): string {
  const thread = threadTs ? `?thread_ts=${threadTs}&cid=${channel.id}` : ''
  return `${engine.url()}/archives/${channel.id}/p${ts.replace('.', '')}${thread}`
}

export function bot(world: World): Member {
  return person(world, world.app.botUserId)
}

export function person(world: World, id: string): Member {
  const member = world.people.get(id)
  if (!member) throw new Refusal('user_not_found')
  return member
}

/** User groups and canvases are for workspaces that pay. */
export function paid(world: World): void {
  if (!world.paid) throw new Refusal('plan_upgrade_required')
}

export function groupOf(world: World, id: string): Group {
  const group = world.groups.get(id)
  if (!group) throw new Refusal('no_such_subteam')
  return group
}

/** A conversation that the app can see; a private one it is not in does not exist for it. */
export function visible(world: World, id: string): Channel {
  const channel = world.channels.get(id)
  const hidden = channel && channel.kind !== 'public' && !channel.members.has(world.app.botUserId)
  if (!channel || hidden) throw new Refusal('channel_not_found')
  return channel
}

/** A conversation that the app is in. */
export function joined(world: World, id: string): Channel {
  const channel = visible(world, id)
  if (!channel.members.has(world.app.botUserId)) throw new Refusal('not_in_channel')
  return channel
}

/** A named channel that the app is in; a DM has no name or members to change. */
export function joinedChannel(world: World, id: string): Channel {
  return named(joined(world, id))
}

export function named(channel: Channel): Channel {
  const { kind } = channel
  if (kind === 'dm' || kind === 'mpim') throw new Refusal('method_not_supported_for_channel_type')
  return channel
}

/** Where a message goes: a conversation's id, a `#name`, or a person, whose DM with the app is meant. */
export function destination(world: World, given: string): Channel {
  if (/^[UW]/.test(given)) {
    const to = world.people.get(given)
    if (!to || to.isBot) throw new Refusal('channel_not_found')
    return dmWithApp(world, to)
  }
  const named = [...world.channels.values()].find((channel) => `#${channel.name}` === given)
  return visible(world, named?.id ?? given)
}

const FAMILIES = { public: 'channels', private: 'groups', mpim: 'mpim', dm: 'im' }

export type Right = 'read' | 'history' | 'write' | 'invites' | 'topic'

/** Refuses unless the app holds the scope for this kind of conversation, such as `groups:read` for a private one. */
export function needScope(world: World, { kind }: Pick<Channel, 'kind'>, right: Right): void {
  mustHold(world, ...scopesFor(FAMILIES[kind], right))
}

function scopesFor(family: string, right: Right): string[] {
  const write = family === 'channels' ? 'channels:manage' : `${family}:write`
  if (right === 'write') return [write]
  return right === 'read' || right === 'history'
    ? [`${family}:${right}`]
    : [write, `${family}:write.${right}`]
}

/** Refuses, naming the scopes, when the app was installed with none of them. */
export function mustHold(world: World, ...anyOf: string[]): void {
  const held = world.app.scopes
  if (anyOf.some((scope) => held.includes(scope))) return
  throw new Refusal('missing_scope', { needed: anyOf.join(','), provided: held.join(',') })
}
