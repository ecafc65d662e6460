import { checkMessage, checkMetadata, checkUpdate } from '../blocks/check.ts'
import { change, findMessage, messageAt, post, remove, whisper } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Message } from '../world/shapes.ts'
import { wireMessage } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, flag, json, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, destination, joined, mustHold, person, visible } from './places.ts'

const content = {
  text: text.optional(),
  blocks: json.optional(),
  attachments: json.optional(),
  markdown_text: text.optional(),
  metadata: json.optional(),
  parse: text.optional(),
  link_names: flag.optional(),
}

function postable(world: World, channel: Channel): void {
  const scopes = world.app.scopes
  const member = channel.members.has(bot(world).id)
  if (!member && !scopes.includes('chat:write.public')) throw new Refusal('not_in_channel')
  if (channel.archived) throw new Refusal('is_archived')
  const home = world.app.manifest.features.app_home
  if (channel.kind === 'dm' && !home.messages_tab_enabled) throw new Refusal('messages_tab_disabled')
}

function parent(channel: Channel, threadTs: string | undefined): void {
  if (threadTs !== undefined && !findMessage(channel, threadTs)) throw new Refusal('cannot_reply_to_message')
}

function own(world: World, message: Message, refusal: string): void {
  if (message.user !== bot(world).id || message.subtype) throw new Refusal(refusal)
}

export const chat = {
  'chat.postMessage': method({
    tier: 'special',
    scopes: ['chat:write'],
    args: {
      channel: filled,
      ...content,
      thread_ts: text.optional(),
      reply_broadcast: flag.optional(),
      username: text.optional(),
    },
    partly: 'no streaming, no drafts, no files',
    call({ world, args }) {
      if (args.username) mustHold(world, 'chat:write.customize')
      const channel = destination(world, args.channel)
      postable(world, channel)
      parent(channel, args.thread_ts)
      const message = post(world, channel, {
        user: bot(world).id,
        byApp: true,
        ...checkMessage(args),
        threadTs: args.thread_ts,
        broadcast: (args.reply_broadcast ?? false) && args.thread_ts !== undefined,
        username: args.username,
        metadata: checkMetadata(args.metadata),
        linkNames: (args.link_names ?? false) || args.parse === 'full',
      })
      return { channel: channel.id, ts: message.ts, message: wireMessage(world, message) }
    },
  }),

  'chat.update': method({
    tier: 3,
    scopes: ['chat:write'],
    args: { channel: filled, ts: filled, ...content, reply_broadcast: flag.optional() },
    call({ world, args }) {
      const channel = visible(world, args.channel)
      if (channel.archived) throw new Refusal('is_inactive')
      const message = messageAt(channel, args.ts)
      own(world, message, 'cant_update_message')
      change(world, channel, message, checkUpdate(args))
      return { channel: channel.id, ts: message.ts, text: message.text, message: wireMessage(world, message) }
    },
  }),

  'chat.delete': method({
    tier: 3,
    scopes: ['chat:write'],
    args: { channel: filled, ts: filled },
    call({ world, args }) {
      const channel = visible(world, args.channel)
      const message = messageAt(channel, args.ts)
      own(world, message, 'cant_delete_message')
      remove(world, channel, message)
      return { channel: channel.id, ts: args.ts }
    },
  }),

  'chat.postEphemeral': method({
    tier: 4,
    scopes: ['chat:write'],
    args: { channel: filled, user: filled, ...content, thread_ts: text.optional() },
    call({ world, args }) {
      const channel = joined(world, args.channel)
      if (channel.archived) throw new Refusal('is_archived')
      const to = person(world, args.user)
      if (!channel.members.has(to.id)) throw new Refusal('user_not_in_channel')
      parent(channel, args.thread_ts)
      const draft = { user: bot(world).id, byApp: true, ...checkMessage(args), threadTs: args.thread_ts }
      return { message_ts: whisper(world, channel, to.id, draft).ts }
    },
  }),

  'chat.getPermalink': method({
    tier: 'special',
    formOnly: true,
    args: { channel: filled, message_ts: filled },
    call({ engine, world, args }) {
      const channel = visible(world, args.channel)
      const { ts, threadTs } = messageAt(channel, args.message_ts)
      const thread = threadTs ? `?thread_ts=${threadTs}&cid=${channel.id}` : ''
      return {
        channel: channel.id,
        permalink: `${engine.url()}/archives/${channel.id}/p${ts.replace('.', '')}${thread}`,
      }
    },
  }),
}
