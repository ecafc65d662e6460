import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { formatDate } from '../../text/dates.ts'
import { dayKey, instantOf } from '../text/dates.ts'

/** One line of a conversation as it is drawn: a day's beginning or a message. */
export type Line =
  | { type: 'day'; key: string; label: string }
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

/** Messages with their days between them; one soon after another of the same person continues it. */
export function linesOf(messages: ClientMessage[], zone: string, now: number): Line[] {
  return messages.flatMap((message, index): Line[] => {
    const before = messages[index - 1]
    const line: Line = {
      type: 'message',
      key: message.ts,
      message,
      continued: continues(message, before, zone),
    }
    const day = dayKey(instantOf(message.ts), zone)
    if (before && dayKey(instantOf(before.ts), zone) === day) return [line]
    return [{ type: 'day', key: day, label: dayLabel(instantOf(message.ts), zone, now) }, line]
  })
}

function continues(message: ClientMessage, before: ClientMessage | undefined, zone: string): boolean {
  if (!before || before.user !== message.user || before.username !== message.username) return false
  if (
    isCard(message) ||
    message.subtype ||
    before.subtype ||
    message.ephemeral !== before.ephemeral ||
    message.broadcast
  )
    return false
  const [at, last] = [instantOf(message.ts), instantOf(before.ts)]
  return at - last < together && dayKey(at, zone) === dayKey(last, zone)
}

/** A card of the app stands by itself, also when it follows another. */
function isCard({ blocks }: ClientMessage): boolean {
  return blocks.some(({ type }) => type !== 'rich_text')
}

function dayLabel(at: number, zone: string, now: number): string {
  return formatDate('{day_divider_pretty}', Math.floor(at / 1000), zone, now)
}
