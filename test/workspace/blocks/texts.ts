import type { KnownBlock, TextObject } from '@slack/types'

/** Every text object in some blocks, in the order of reading. */
export function texts(blocks: KnownBlock[]): TextObject[] {
  return blocks.flatMap(within)
}

/** All that is written in some blocks, in characters: text objects, rich text, markdown and cells. */
export function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  )
}

function within(value: unknown): TextObject[] {
  if (typeof value !== 'object' || value === null) return []
  return isText(value) ? [value] : Object.values(value).flatMap(within)
}

function isText(value: object): value is TextObject {
  return 'type' in value && (value.type === 'mrkdwn' || value.type === 'plain_text') && 'text' in value
}
