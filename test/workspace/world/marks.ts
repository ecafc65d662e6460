import { freshId } from './ids.ts'
import { findMessage, messageAt } from './messages.ts'
import { Refusal } from './refusal.ts'
import type { Bookmark, Channel, Member, Message } from './shapes.ts'
import { wireMessage } from './wire.ts'
import type { World } from './world.ts'

const MOST_PINS = 100
const MOST_BOOKMARKS = 100
/** Different ones on a message, and of one person on it. */
const MOST_EMOJI = 50
const MOST_OF_ONE = 23

function ofPerson(message: Message, { id }: Member): number {
  return message.reactions.filter(({ users }) => users.includes(id)).length
}

export function react(world: World, channel: Channel, message: Message, name: string, by: Member): void {
  if (channel.archived) throw new Refusal('is_archived')
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new Refusal('invalid_name')
  const reaction = message.reactions.find((one) => one.name === name)
  if (reaction?.users.includes(by.id)) throw new Refusal('already_reacted')
  if (!reaction && message.reactions.length >= MOST_EMOJI) throw new Refusal('too_many_emoji')
  if (ofPerson(message, by) >= MOST_OF_ONE) throw new Refusal('too_many_reactions')
  if (reaction) reaction.users.push(by.id)
  else message.reactions.push({ name, users: [by.id] })
  tellReaction(world, 'reaction_added', channel, message, name, by)
}

export function unreact(world: World, channel: Channel, message: Message, name: string, by: Member): void {
  const reaction = message.reactions.find((one) => one.name === name)
  if (!reaction?.users.includes(by.id)) throw new Refusal('no_reaction')
  reaction.users = reaction.users.filter((id) => id !== by.id)
  message.reactions = message.reactions.filter((one) => one.users.length > 0)
  tellReaction(world, 'reaction_removed', channel, message, name, by)
}

function tellReaction(
  world: World,
  type: string,
  channel: Channel,
  message: Message,
  reaction: string,
  by: Member,
) {
  const item = { type: 'message', channel: channel.id, ts: message.ts }
  const body = { type, user: by.id, reaction, item, item_user: message.user, event_ts: world.nextTs() }
  world.tell({ declaredAs: type, body, channel })
}

export function pin(world: World, channel: Channel, ts: string, by: Member): void {
  const message = messageAt(channel, ts)
  if (message.subtype) throw new Refusal('not_pinnable')
  if (channel.pins.some((one) => one.ts === ts)) throw new Refusal('already_pinned')
  if (channel.pins.length >= MOST_PINS) throw new Refusal('too_many_pins')
  channel.pins.push({ ts, by: by.id, created: world.seconds() })
  tellPin(world, 'pin_added', channel, message, by)
}

export function unpin(world: World, channel: Channel, ts: string, by: Member): void {
  const message = messageAt(channel, ts)
  if (!channel.pins.some((one) => one.ts === ts)) throw new Refusal('no_pin')
  channel.pins = channel.pins.filter((one) => one.ts !== ts)
  tellPin(world, 'pin_removed', channel, message, by)
}

function tellPin(world: World, type: string, channel: Channel, message: Message, by: Member): void {
  const item = { type: 'message', created: world.seconds(), created_by: by.id, channel: channel.id }
  const body = {
    type,
    user: by.id,
    channel_id: channel.id,
    item: { ...item, message: wireMessage(world, message) },
    item_user: message.user,
    pin_count: channel.pins.length,
    pinned_info: { channel: channel.id, pinned_by: by.id, pinned_ts: world.seconds() },
    event_ts: world.nextTs(),
  }
  world.tell({ declaredAs: type, body, channel })
}

export function pinned(channel: Channel): { ts: string; by: string; created: number; message: Message }[] {
  return channel.pins.flatMap((one) => {
    const message = findMessage(channel, one.ts)
    return message ? [{ ...one, message }] : []
  })
}

export function addBookmark(
  world: World,
  channel: Channel,
  title: string,
  link: string,
  emoji = '',
): Bookmark {
  if (channel.bookmarks.length >= MOST_BOOKMARKS) throw new Refusal('too_many_bookmarks')
  checkBookmark(link, emoji)
  const bookmark = { id: freshId('Bk'), title, link, emoji, created: world.seconds() }
  channel.bookmarks.push(bookmark)
  world.changed()
  return bookmark
}

export function checkBookmark(link: string, emoji: string): void {
  if (!/^https?:\/\//.test(link)) throw new Refusal('invalid_link')
  if (emoji !== '' && !/^:[^:\s]+:$/.test(emoji)) throw new Refusal('invalid_emoji')
}
