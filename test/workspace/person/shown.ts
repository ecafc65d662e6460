import type { AnyBlock } from '@slack/types'
import { troubleKey, type Where } from '../acts/surface.ts'
import { displayedAttachments, displayedBlocks } from '../blocks/display.ts'
import { displayed, type Reader } from '../text/display.ts'
import { allBlocks } from '../world/attachments.ts'
import { repliesTo } from '../world/messages.ts'
import type { Channel, Ephemeral, Message, OpenView } from '../world/shapes.ts'
import { offers } from './offers.ts'

/** A message, or the Home tab, as one person sees it. */
export interface Shown {
  where: Where
  channel: string
  ts: string
  threadTs?: string
  /** Who wrote it, by handle. */
  by: string
  /** Everything that is displayed, in plain words. */
  text: string
  /** The notification: the top-level text. */
  fallback: string
  /** What can be pressed: `Go`, `▾ > History`. */
  buttons: string[]
  ephemeral: boolean
  edited: boolean
  broadcast: boolean
  replies: number
  reactions: string[]
  /** Handles of whom it notified when it was posted. */
  pings: string[]
  blocks: AnyBlock[]
  subtype?: string
  /** What became of this person's last press on it, when it failed. */
  trouble?: string
}

export function showMessage(reader: Reader, channel: Channel, message: Message | Ephemeral): Shown {
  const { world, person } = reader
  const handle = (id: string) => world.people.get(id)?.handle ?? id
  const trouble = world.troubles.get(troubleKey(person, channel, message))
  const fallback = displayed(reader, message.text)
  const blocks = allBlocks(message)
  const body = message.blocks.length > 0 ? displayedBlocks(reader, message.blocks) : fallback
  const beside = displayedAttachments(reader, message)
  return {
    where: { channel: channel.id, ts: message.ts },
    channel: channel.id,
    ts: message.ts,
    by: handle(message.user),
    text: [body, beside].filter(Boolean).join('\n'),
    fallback,
    buttons: offers(reader, blocks).map((offer) => offer.label),
    ephemeral: 'to' in message,
    edited: message.edited !== undefined,
    broadcast: message.broadcast,
    replies: repliesTo(channel, message.ts).length,
    reactions: message.reactions.map((reaction) => reaction.name),
    pings: message.pings.map(handle),
    blocks,
    ...(message.threadTs && { threadTs: message.threadTs }),
    ...(message.subtype && { subtype: message.subtype }),
    ...(trouble && { trouble }),
  }
}

export function showHome(reader: Reader, { id, view, trouble }: OpenView): Shown {
  const text = displayedBlocks(reader, view.blocks)
  return {
    where: { view: id },
    channel: '',
    ts: '',
    by: reader.world.people.get(reader.world.app.botUserId)?.handle ?? '',
    text,
    fallback: text,
    buttons: offers(reader, view.blocks).map((offer) => offer.label),
    ephemeral: false,
    edited: false,
    broadcast: false,
    replies: 0,
    reactions: [],
    pings: [],
    blocks: view.blocks,
    ...(trouble && { trouble }),
  }
}

export type Match = string | RegExp | ((shown: Shown) => boolean)

/** Whether a message is the one that is waited for: by words in it, a pattern, or a question. */
export function matches(shown: Shown, match: Match): boolean {
  if (typeof match === 'function') return match(shown)
  const read = [shown.text, shown.fallback]
  return read.some((text) => (typeof match === 'string' ? text.includes(match) : match.test(text)))
}

export function list(all: Shown[]): string {
  if (all.length === 0) return 'nothing is displayed'
  const lines = all.map(({ by, text, buttons, ephemeral }) => {
    const pressable = buttons.length > 0 ? ` ${buttons.map((label) => `[${label}]`).join(' ')}` : ''
    return `  ${by}${ephemeral ? ' (only you)' : ''}: ${text.replaceAll('\n', '\n    ')}${pressable}`
  })
  return `displayed are:\n${lines.join('\n')}`
}
