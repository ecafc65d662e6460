import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Change } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import { texts } from './texts.ts'
import { MOST_TEXT_IN_BLOCKS, troublesOf } from './validate.ts'

export interface MessageBody {
  text?: string | undefined
  blocks?: unknown
  attachments?: unknown
  markdown_text?: string | undefined
}

const metadataSchema = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
})

interface Checked {
  text: string
  blocks: KnownBlock[]
  attachments: unknown[]
}

/** What a new message may say, checked as Slack checks it. */
export function checkMessage(body: MessageBody): Checked {
  const { text = '', markdown_text } = body
  if (markdown_text !== undefined) return checkMarkdown(body, markdown_text)
  const blocks = checkBlocks(body.blocks ?? [])
  const attachments = checkAttachments(body.attachments ?? [])
  if (text === '' && blocks.length + attachments.length === 0) throw new Refusal('no_text')
  return { text: text.slice(0, 40_000) || fallback(blocks), blocks, attachments }
}

/** What `chat.update` changes: text alone takes the blocks away, what is not named is kept. */
export function checkUpdate(body: MessageBody & { metadata?: unknown }): Change {
  const { text, blocks, attachments, metadata } = body
  if ((text?.length ?? 0) > 4000) throw new Refusal('msg_too_long')
  if ([text, blocks, attachments, metadata].every((part) => part === undefined)) throw new Refusal('no_text')
  const says =
    text !== undefined || blocks !== undefined ? checkMessage({ text, blocks, attachments: [] }) : undefined
  return {
    ...(says && { text: says.text, blocks: says.blocks }),
    ...(attachments !== undefined && { attachments: checkAttachments(attachments) }),
    ...(metadata !== undefined && { metadata: isEmpty(metadata) ? undefined : checkMetadata(metadata) }),
  }
}

/** What an app hangs on a message for itself. */
export function checkMetadata(metadata: unknown): unknown {
  if (metadata === undefined || metadataSchema.safeParse(metadata).success) return metadata
  throw new Refusal('invalid_metadata_format')
}

function checkMarkdown(body: MessageBody, markdown: string): Checked {
  if (body.text || body.blocks) throw new Refusal('markdown_text_conflict')
  const blocks = checkBlocks([{ type: 'markdown', text: markdown }])
  return { text: markdown, blocks, attachments: [] }
}

function checkBlocks(blocks: unknown): KnownBlock[] {
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format')
  const messages = troublesOf(blocks, 'message')
  if (messages.length > 0) throw new Refusal('invalid_blocks', { response_metadata: { messages } })
  const length = texts(blocks).reduce((sum, { text }) => sum + text.length, 0)
  if (length > MOST_TEXT_IN_BLOCKS) throw new Refusal('msg_blocks_too_long')
  return blocks
}

function checkAttachments(attachments: unknown): unknown[] {
  if (!Array.isArray(attachments)) throw new Refusal('invalid_attachments')
  if (attachments.length > 100) throw new Refusal('too_many_attachments')
  return attachments
}

/** Slack makes the notification from the blocks when the app gave none. */
function fallback(blocks: KnownBlock[]): string {
  return texts(blocks)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 3000)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
