import { checkMessage, checkMetadata, type MessageBody, MOST_TEXT } from '../blocks/check.ts'
import { type Draft, findMessage } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { flag, json, text } from './arguments.ts'
import { bot, mustHold } from './places.ts'

/** What a message may say. */
export const content = {
  text: text.optional(),
  blocks: json.optional(),
  attachments: json.optional(),
  markdown_text: text.optional(),
  metadata: json.optional(),
  parse: text.optional(),
  link_names: flag.optional(),
  as_user: flag.optional(),
}

/** The same with where it stands. */
export const posted = { ...content, thread_ts: text.optional(), reply_broadcast: flag.optional() }

/** As whom it is said, when the app does not speak as itself. */
export const persona = { username: text.optional(), icon_emoji: text.optional(), icon_url: text.optional() }

interface Persona {
  username?: string | undefined
  icon_emoji?: string | undefined
  icon_url?: string | undefined
}

export function disguised(world: World, { username, icon_emoji, icon_url }: Persona): Partial<Draft> {
  const icon = icon_emoji || icon_url
  if (!username && !icon) return {}
  mustHold(world, 'chat:write.customize')
  return { username, icon }
}

interface Posted extends MessageBody {
  metadata?: unknown
  parse?: string | undefined
  link_names?: boolean | undefined
  thread_ts?: string | undefined
  reply_broadcast?: boolean | undefined
}

/** A bot has nobody to speak as but itself. */
export function speaksItself({ as_user = false }: { as_user?: boolean | undefined }): void {
  if (as_user) throw new Refusal('as_user_not_supported')
}

/** The message that these arguments describe, checked as Slack checks it. */
export function drafted(world: World, args: Posted): Draft {
  return {
    user: bot(world).id,
    byApp: true,
    ...checkMessage(args, world),
    threadTs: args.thread_ts,
    broadcast: (args.reply_broadcast ?? false) && args.thread_ts !== undefined,
    metadata: checkMetadata(args.metadata),
    linkNames: (args.link_names ?? false) || args.parse === 'full',
  }
}

/** Slack takes a text that is too long, cuts it and says so. */
export function truncation({ text = '' }: MessageBody) {
  if (text.length <= MOST_TEXT) return {}
  const warning = 'message_truncated'
  return { warning, response_metadata: { warnings: [warning] } }
}

export function postable(world: World, channel: Channel): void {
  const scopes = world.app.scopes
  const member = channel.members.has(bot(world).id)
  if (!member && !scopes.includes('chat:write.public')) throw new Refusal('not_in_channel')
  if (channel.archived) throw new Refusal('is_archived')
  const home = world.app.manifest.features.app_home
  if (channel.kind === 'dm' && !home.messages_tab_enabled) throw new Refusal('messages_tab_disabled')
}

export function parent(channel: Channel, threadTs: string | undefined): void {
  if (threadTs !== undefined && !findMessage(channel, threadTs)) throw new Refusal('cannot_reply_to_message')
}
