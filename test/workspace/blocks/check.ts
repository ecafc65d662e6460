import type { KnownBlock } from '@slack/types'
import type { Change } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import { checkAttachments } from './check-attachments.ts'
import { checkMetadata } from './check-metadata.ts'
import { invalidBlocks } from './faults.ts'
import { faultsInWorkspace } from './granted.ts'
import { textLength, texts } from './texts.ts'
import { faultsIn } from './validate.ts'

export { checkMetadata }

/** Slack names no figure: 9,597 characters in 50 blocks were taken, 11,341 in 45 refused. */
export const MOST_TEXT_IN_BLOCKS = 10_000
export const MOST_TEXT = 40_000
const MOST_TEXT_IN_UPDATE = 4000
const MOST_MARKDOWN = 12_000

export interface MessageBody {
  text?: string | undefined
  blocks?: unknown
  attachments?: unknown
  markdown_text?: string | undefined
}

interface Checked {
  text: string
  blocks: KnownBlock[]
  attachments: unknown[]
}

/** What a new message may say, checked as Slack checks it; what needs scopes and files only in a workspace. */
export function checkMessage(body: MessageBody, world?: World): Checked {
  const { text = '', markdown_text } = body
  if (markdown_text !== undefined) return checkMarkdown(body, markdown_text)
  const blocks = checkBlocks(body.blocks ?? [], world)
  const attachments = checkAttachments(body.attachments ?? [])
  if (text === '' && blocks.length + attachments.length === 0) throw new Refusal('no_text')
  return { text: text.slice(0, MOST_TEXT) || fallback(blocks), blocks, attachments }
}

/** What `chat.update` changes: text alone takes the blocks away, what is not named is kept. */
export function checkUpdate(body: MessageBody & { metadata?: unknown }, world?: World): Change {
  const { text, blocks, attachments, metadata, markdown_text } = body
  if ((text?.length ?? 0) > MOST_TEXT_IN_UPDATE) throw new Refusal('msg_too_long')
  const given = [text, blocks, attachments, metadata, markdown_text]
  if (given.every((part) => part === undefined)) throw new Refusal('no_text')
  const says = [text, blocks, markdown_text].some((part) => part !== undefined)
    ? checkMessage({ text, blocks, markdown_text, attachments: [] }, world)
    : undefined
  return {
    ...(says && { text: says.text, blocks: says.blocks }),
    ...(attachments !== undefined && { attachments: checkAttachments(attachments) }),
    ...(metadata !== undefined && { metadata: isEmpty(metadata) ? undefined : checkMetadata(metadata) }),
  }
}

function checkMarkdown(body: MessageBody, markdown: string): Checked {
  if (body.text || body.blocks) throw new Refusal('markdown_text_conflict')
  if (markdown === '') throw new Refusal('no_text')
  if (markdown.length > MOST_MARKDOWN) throw new Refusal('msg_too_long')
  const attachments = checkAttachments(body.attachments ?? [])
  return { text: markdown, blocks: [{ type: 'markdown', text: markdown }], attachments }
}

function checkBlocks(blocks: unknown, world: World | undefined): KnownBlock[] {
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format')
  const wrong = faultsIn(blocks, 'message')
  if (wrong.length > 0) throw invalidBlocks(wrong)
  const ungranted = world ? faultsInWorkspace(world, blocks, '/blocks') : []
  if (ungranted.length > 0) throw invalidBlocks(ungranted)
  if (textLength(blocks) > MOST_TEXT_IN_BLOCKS) throw new Refusal('msg_blocks_too_long')
  return blocks
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
