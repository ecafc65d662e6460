import { post } from './messages.ts'
import { Refusal } from './refusal.ts'
import type { Channel, Member } from './shapes.ts'
import type { World } from './world.ts'

/** Someone comes into a channel, by themselves or invited; the channel reads it. */
export function enter(world: World, channel: Channel, member: Member, inviter?: Member): void {
  if (channel.archived) throw new Refusal('is_archived')
  if (channel.members.has(member.id)) return
  channel.members.add(member.id)
  post(world, channel, {
    user: member.id,
    text: `<@${member.id}> has joined the ${channel.kind === 'private' ? 'group' : 'channel'}`,
    subtype: 'channel_join',
    ...(inviter && { extra: { inviter: inviter.id } }),
  })
  const body = {
    ...membership(world, channel, member, 'member_joined_channel'),
    ...(inviter && { inviter: inviter.id }),
  }
  world.tell({ declaredAs: 'member_joined_channel', body, channel })
}

/** Someone goes, or is removed by another; the app hears of its own going in a second way. */
export function exit(world: World, channel: Channel, member: Member, by = member): void {
  if (channel.general) throw new Refusal('cant_leave_general')
  if (channel.archived) throw new Refusal('is_archived')
  const body = membership(world, channel, member, 'member_left_channel')
  post(world, channel, {
    user: member.id,
    text: `<@${member.id}> has left the channel`,
    subtype: 'channel_leave',
  })
  world.tell({ declaredAs: 'member_left_channel', body, channel })
  channel.members.delete(member.id)
  if (member.id === world.app.botUserId) tellLeft(world, channel, by)
  world.changed()
}

function tellLeft(world: World, channel: Channel, by: Member): void {
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left'
  const body = { type, channel: channel.id, actor_id: by.id, event_ts: world.nextTs() }
  world.tell({ declaredAs: type, body })
}

function membership(world: World, channel: Channel, member: Member, type: string) {
  const channel_type = channel.kind === 'private' ? 'G' : 'C'
  return {
    type,
    user: member.id,
    channel: channel.id,
    channel_type,
    team: member.team ?? world.team.id,
    event_ts: world.nextTs(),
  }
}
