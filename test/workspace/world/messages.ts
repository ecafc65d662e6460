import type { KnownBlock } from '@slack/types'
import { named } from '../blocks/controls.ts'
import { pingsOf } from '../text/pings.ts'
import { numbered } from './attachments.ts'
import { tellLinks } from './links.ts'
import { Refusal } from './refusal.ts'
import type { Channel, Ephemeral, Message } from './shapes.ts'
import { wireMessage } from './wire.ts'
import type { World } from './world.ts'

export interface Draft {
  user: string
  byApp?: boolean
  text: string
  blocks?: KnownBlock[]
  attachments?: unknown[]
  threadTs?: string | undefined
  broadcast?: boolean
  username?: string | undefined
  icon?: string | undefined
  metadata?: unknown
  files?: string[]
  subtype?: string
  extra?: Record<string, unknown>
  linkNames?: boolean
  /** Shown in the channel, but no app hears of it. */
  untold?: boolean
}

/** Puts a message into a channel for good, notifies whom it mentions and tells the app. */
export function post(world: World, channel: Channel, draft: Draft): Message {
  const message = compose(world, draft)
  const parent = message.threadTs && findMessage(channel, message.threadTs)
  if (parent) message.extra = { ...message.extra, ...inThread(world, message, parent) }
  message.pings = pingsOf(world, channel, { ...message, linkNames: draft.linkNames ?? false })
  channel.messages.push(message)
  channel.open = true
  if (draft.byApp && message.threadTs) channel.statuses.delete(message.threadTs)
  channel.read.set(draft.user, message.ts)
  if (draft.untold) world.changed()
  else tellMessage(world, channel, wireMessage(world, message))
  tellLinks(world, channel, message)
  return message
}

function inThread(world: World, { broadcast }: Message, parent: Message) {
  return {
    parent_user_id: parent.user,
    ...(broadcast && { subtype: 'thread_broadcast', root: wireMessage(world, parent) }),
  }
}

/** Shows a message to one person only; it is never stored by Slack and never in any history. */
export function whisper(world: World, channel: Channel, to: string, draft: Draft): Ephemeral {
  const ephemeral = { ...compose(world, draft), to }
  channel.ephemerals.push(ephemeral)
  world.changed()
  return ephemeral
}

function compose(world: World, draft: Draft): Message {
  const {
    user,
    byApp = false,
    text,
    blocks = [],
    attachments = [],
    broadcast = false,
    extra = {},
    files = [],
  } = draft
  return {
    ts: world.nextTs(),
    user,
    byApp,
    text,
    blocks: named(blocks),
    attachments: numbered(attachments),
    broadcast,
    reactions: [],
    files,
    pings: [],
    extra,
    ...(draft.threadTs && { threadTs: draft.threadTs }),
    ...(draft.subtype && { subtype: draft.subtype }),
    ...(draft.username && { username: draft.username }),
    ...(draft.icon && { icon: draft.icon }),
    ...(draft.metadata !== undefined && { metadata: draft.metadata }),
  }
}

export type Change = Partial<
  Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata' | 'edited' | 'broadcast'>
>

/** Replaces what a message says, in place. Nobody is notified. */
export function change(world: World, channel: Channel, message: Message, changes: Change): void {
  const previous = wireMessage(world, message)
  rewrite(world, message, changes)
  tellMessage(world, channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: wireMessage(world, message),
    previous_message: previous,
    ts: world.nextTs(),
  })
}

/** The same for what is on one person's screen only, of which no app is told. */
export function rewrite(world: World, message: Message, changes: Change): void {
  const { blocks, attachments } = changes
  Object.assign(message, changes, blocks && { blocks: named(blocks) })
  if (attachments) message.attachments = numbered(attachments)
  world.changed()
}

/** Takes a message away; the parent of a thread leaves a tombstone. */
export function remove(world: World, channel: Channel, message: Message): void {
  const previous = wireMessage(world, message)
  if (repliesTo(channel, message.ts).length > 0) {
    Object.assign(message, {
      text: 'This message was deleted.',
      blocks: [],
      subtype: 'tombstone',
      user: 'USLACKBOT',
    })
  } else {
    channel.messages.splice(channel.messages.indexOf(message), 1)
  }
  channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts)
  tellMessage(world, channel, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: previous,
    ts: world.nextTs(),
  })
}

export function repliesTo(channel: Channel, ts: string): Message[] {
  return channel.messages.filter((message) => message.threadTs === ts && message.ts !== ts)
}

export function findMessage(channel: Channel, ts: string): Message | undefined {
  return channel.messages.find((message) => message.ts === ts)
}

export function messageAt(channel: Channel, ts: string): Message {
  const message = findMessage(channel, ts)
  if (!message) throw new Refusal('message_not_found')
  return message
}

const DECLARED = {
  public: 'message.channels',
  private: 'message.groups',
  mpim: 'message.mpim',
  dm: 'message.im',
}
const TYPES = { public: 'channel', private: 'group', mpim: 'mpim', dm: 'im' }

function tellMessage(world: World, channel: Channel, wire: Record<string, unknown>): void {
  const body = {
    ...wire,
    type: 'message',
    channel: channel.id,
    channel_type: TYPES[channel.kind],
    event_ts: wire.ts,
  }
  world.tell({ declaredAs: DECLARED[channel.kind], body, channel })
  if (channel.kind !== 'dm' && !wire.subtype && !wire.bot_id && mentions(wire.text, world.app.botUserId)) {
    world.tell({ declaredAs: 'app_mention', body: { ...body, type: 'app_mention' }, channel })
  }
}

function mentions(text: unknown, id: string): boolean {
  return typeof text === 'string' && new RegExp(`<@${id}(\\||>)`).test(text)
}
