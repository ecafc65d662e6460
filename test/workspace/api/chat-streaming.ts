import { z } from 'zod'
import { checkMessage, checkMetadata } from '../blocks/check.ts'
import { change, messageAt, post, rewrite } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Message } from '../world/shapes.ts'
import { wireMessage } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { filled, json, text } from './arguments.ts'
import { method } from './method.ts'
import { bot, destination, person, visible } from './places.ts'
import { disguised, parent, persona, postable } from './posting.ts'

const MOST_AT_ONCE = 12_000
const chunks = z.array(
  z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('markdown_text'), text: z.string() }),
    z.looseObject({ type: z.literal('task_update'), id: z.string(), title: z.string() }),
    z.looseObject({ type: z.literal('plan_update'), title: z.string() }),
  ]),
)
const more = { markdown_text: text.optional(), chunks: json.optional() }

/** The words of what is streamed now. */
function wordsOf(args: { markdown_text?: string | undefined; chunks?: unknown }): string {
  const parsed = chunks.safeParse(args.chunks ?? [])
  if (!parsed.success) throw new Refusal('invalid_chunks')
  const words = parsed.data.map((one) => (one.type === 'markdown_text' ? String(one.text) : ''))
  const whole = [args.markdown_text ?? '', ...words].join('')
  if (whole.length > MOST_AT_ONCE) throw new Refusal('msg_too_long')
  return whole
}

/** In a conversation of many it must be said for whom a stream is. */
function checkRecipient(world: World, { kind }: Channel, user = '', team = ''): void {
  if (kind === 'dm') return
  if (user === '') throw new Refusal('missing_recipient_user_id')
  if (team === '') throw new Refusal('missing_recipient_team_id')
  person(world, user)
}

function streaming(world: World, channel: Channel, ts: string): Message {
  const message = messageAt(channel, ts)
  if (message.user !== bot(world).id) throw new Refusal('message_not_owned_by_app')
  if (!message.streaming) throw new Refusal('message_not_in_streaming_state')
  return message
}

const said = (words: string) =>
  words === '' ? { text: '', blocks: [] } : checkMessage({ markdown_text: words })

export const chatStreaming = {
  'chat.startStream': method({
    tier: 2,
    scopes: ['chat:write'],
    args: {
      channel: filled,
      ...more,
      thread_ts: text.optional(),
      recipient_user_id: text.optional(),
      recipient_team_id: text.optional(),
      ...persona,
    },
    partly: 'tasks and plans are taken and not shown',
    call({ world, args }) {
      const channel = destination(world, args.channel)
      postable(world, channel)
      parent(channel, args.thread_ts)
      checkRecipient(world, channel, args.recipient_user_id, args.recipient_team_id)
      const words = { ...said(wordsOf(args)), ...disguised(world, args) }
      const draft = { user: bot(world).id, byApp: true, threadTs: args.thread_ts, ...words }
      const message = post(world, channel, draft)
      message.streaming = true
      return { channel: channel.id, ts: message.ts }
    },
  }),

  'chat.appendStream': method({
    tier: 4,
    scopes: ['chat:write'],
    args: { channel: filled, ts: filled, ...more },
    partly: 'tasks and plans are taken and not shown; apps hear of the message when it starts and stops',
    call({ world, args }) {
      const channel = visible(world, args.channel)
      const message = streaming(world, channel, args.ts)
      if (args.markdown_text === undefined && args.chunks === undefined) throw new Refusal('no_text')
      rewrite(world, message, said(message.text + wordsOf(args)))
      return { channel: channel.id, ts: message.ts }
    },
  }),

  'chat.stopStream': method({
    tier: 2,
    scopes: ['chat:write'],
    args: { channel: filled, ts: filled, ...more, blocks: json.optional(), metadata: json.optional() },
    partly: 'tasks and plans are taken and not shown',
    call({ world, args }) {
      const channel = visible(world, args.channel)
      const message = streaming(world, channel, args.ts)
      const { text: whole, blocks: streamed } = said(message.text + wordsOf(args))
      const added = args.blocks === undefined ? [] : checkMessage({ blocks: args.blocks }, world).blocks
      const metadata = checkMetadata(args.metadata)
      delete message.streaming
      const blocks = [...streamed, ...added]
      change(world, channel, message, { text: whole, blocks, ...(metadata !== undefined && { metadata }) })
      return { channel: channel.id, ts: message.ts, message: wireMessage(world, message) }
    },
  }),
}
