import { checkName } from './channels.ts'
import { freshId } from './ids.ts'
import { post } from './messages.ts'
import { Refusal } from './refusal.ts'
import type { Channel, Member } from './shapes.ts'
import type { World } from './world.ts'

export function rename(world: World, channel: Channel, name: string, by: Member): void {
  if (channel.archived) throw new Refusal('is_archived')
  if (channel.name === name) return
  checkName(world, name)
  const old_name = channel.name
  channel.name = name
  const text = `has renamed the channel from "${old_name}" to "${name}"`
  post(world, channel, { user: by.id, text, subtype: 'channel_name', extra: { old_name, name } })
  const declaredAs = channel.kind === 'private' ? 'group_rename' : 'channel_rename'
  const { id, created } = channel
  const renamed = { id, name, name_normalized: name, created, is_channel: true, is_mpim: false }
  world.tell({
    declaredAs,
    body: { type: declaredAs, channel: renamed, event_ts: world.nextTs() },
    ...ifPrivate(channel),
  })
}

export function archive(world: World, channel: Channel, by: Member): void {
  if (channel.archived) throw new Refusal('already_archived')
  if (channel.general) throw new Refusal('cant_archive_general')
  post(world, channel, { user: by.id, text: `<@${by.id}> archived the channel`, subtype: 'channel_archive' })
  channel.archived = true
  const declaredAs = channel.kind === 'private' ? 'group_archive' : 'channel_archive'
  const body = { type: declaredAs, channel: channel.id, user: by.id, event_ts: world.nextTs() }
  world.tell({ declaredAs, body, ...ifPrivate(channel) })
}

export function unarchive(world: World, channel: Channel, by: Member): void {
  if (!channel.archived) throw new Refusal('not_archived')
  channel.archived = false
  post(world, channel, {
    user: by.id,
    text: `<@${by.id}> un-archived the channel`,
    subtype: 'channel_unarchive',
  })
  const declaredAs = channel.kind === 'private' ? 'group_unarchive' : 'channel_unarchive'
  const body = { type: declaredAs, channel: channel.id, user: by.id, event_ts: world.nextTs() }
  world.tell({ declaredAs, body, ...ifPrivate(channel) })
}

/** For good, with all that was said in it. */
export function deleteChannel(world: World, channel: Channel): void {
  const declaredAs = channel.kind === 'private' ? 'group_deleted' : 'channel_deleted'
  const body = { type: declaredAs, channel: channel.id, event_ts: world.nextTs() }
  world.tell({ declaredAs, body, ...ifPrivate(channel) })
  world.channels.delete(channel.id)
  world.changed()
}

export function makePrivate(world: World, channel: Channel, by: Member): void {
  if (channel.general) throw new Refusal('method_not_supported_for_channel_type')
  channel.kind = 'private'
  const text = 'made this channel *private*.'
  post(world, channel, { user: by.id, text, subtype: 'channel_convert_to_private' })
}

/** Sharing a channel with another workspace may give it another id; the former is nobody's then. */
export function changeId(world: World, channel: Channel): void {
  const old_channel_id = channel.id
  world.channels.delete(old_channel_id)
  channel.id = freshId('C')
  world.channels.set(channel.id, channel)
  for (const { shares } of world.files.values())
    for (const share of shares) if (share.channel === old_channel_id) share.channel = channel.id
  const declaredAs = 'channel_id_changed'
  const body = { type: declaredAs, old_channel_id, new_channel_id: channel.id, event_ts: world.nextTs() }
  world.tell({ declaredAs, body })
}

/** Topic and purpose follow the same rules. */
export function setNote(
  world: World,
  channel: Channel,
  kind: 'topic' | 'purpose',
  value: string,
  by: Member,
): void {
  if (channel.archived) throw new Refusal('is_archived')
  if (value.length > 250) throw new Refusal('too_long')
  channel[kind] = { value, creator: by.id, last_set: world.seconds() }
  const text = value ? `set the channel ${kind}: ${value}` : `cleared channel ${kind}`
  post(world, channel, { user: by.id, text, subtype: `channel_${kind}`, extra: { [kind]: value } })
}

function ifPrivate(channel: Channel): { channel?: Channel } {
  return channel.kind === 'private' ? { channel } : {}
}
