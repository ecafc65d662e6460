import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { formatDate } from '../../text/dates.ts'
import { dayKey, instantOf } from '../text/dates.ts'

/** One line of a conversation as it is drawn: a day's beginning, what happened to the channel, a message. */
export type Line =
  | { type: 'day'; key: string; label: string }
  | { type: 'notice'; key: string; message: ClientMessage; users: string[] }
  | { type: 'message'; key: string; message: ClientMessage; continued: boolean }

export interface Replies {
  count: number
  users: string[]
  last: string
}

const together = 5 * 60_000

/** What a channel shows: not the replies, unless they were also sent to it. */
export function channelMessages(channel: ClientChannel): ClientMessage[] {
  return channel.messages.filter((message) => !isReply(message) || message.broadcast)
}

/** A thread's first message and its replies. */
export function threadMessages(channel: ClientChannel, thread: string): ClientMessage[] {
  return channel.messages.filter(({ ts, threadTs }) => ts === thread || threadTs === thread)
}

export function isReply({ ts, threadTs }: ClientMessage): boolean {
  return threadTs !== undefined && threadTs !== ts
}

/** Who replied to a message, and when last; null when nobody did. */
export function repliesTo(channel: ClientChannel, ts: string): Replies | null {
  const replies = channel.messages.filter((message) => message.threadTs === ts && isReply(message))
  const last = replies.at(-1)
  return last
    ? { count: replies.length, users: [...new Set(replies.map(({ user }) => user))], last: last.ts }
    : null
}

/** Messages with their days between them; people who join one after another share a line. */
export function linesOf(messages: ClientMessage[], zone: string, now: number): Line[] {
  const lines: Line[] = []
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1]
    const day = dayKey(instantOf(message.ts), zone)
    const sameDay = before !== undefined && dayKey(instantOf(before.ts), zone) === day
    const last = lines.at(-1)
    if (!sameDay) lines.push({ type: 'day', key: day, label: dayLabel(instantOf(message.ts), zone, now) })
    if (!isNotice(message)) {
      const continued = sameDay && continues(message, before)
      lines.push({ type: 'message', key: message.ts, message, continued })
    } else if (sameDay && isJoin(message) && last?.type === 'notice' && isJoin(last.message)) {
      last.users.push(message.user)
    } else lines.push({ type: 'notice', key: message.ts, message, users: [message.user] })
  }
  return lines
}

const SAID = ['assistant_app_thread', 'bot_message', 'me_message', 'thread_broadcast']

/** Whether a message tells what happened to the channel, not what somebody said. */
function isNotice({ subtype }: ClientMessage): boolean {
  return subtype !== undefined && !SAID.includes(subtype)
}

function isJoin({ subtype }: ClientMessage): boolean {
  return subtype === 'channel_join' || subtype === 'group_join'
}

/** One soon after another of the same person continues it. */
function continues(message: ClientMessage, before: ClientMessage): boolean {
  if (before.user !== message.user || before.username !== message.username || before.icon !== message.icon)
    return false
  if (isCard(message) || isNotice(before) || message.broadcast) return false
  if (message.ephemeral !== before.ephemeral) return false
  return instantOf(message.ts) - instantOf(before.ts) < together
}

/** A card of the app stands by itself, also when it follows another. */
function isCard({ blocks }: ClientMessage): boolean {
  return blocks.some(({ type }) => type !== 'rich_text')
}

function dayLabel(at: number, zone: string, now: number): string {
  return formatDate('{day_divider_pretty}', Math.floor(at / 1000), zone, now)
}
