import type { AnyBlock, KnownBlock, TextObject } from '@slack/types'
import { displayed, type Reader } from '../text/display.ts'
import { displayedRich } from '../text/rich.ts'
import { attachmentsOf } from '../world/attachments.ts'
import { known } from './controls.ts'

/** What a person reads in some blocks, without the controls' labels. */
export function displayedBlocks(reader: Reader, blocks: AnyBlock[]): string {
  return known(blocks)
    .map((block) => displayedBlock(reader, block))
    .filter((text) => text !== '')
    .join('\n')
}

/** What a person reads in what hangs on a message. */
export function displayedAttachments(reader: Reader, message: { attachments: unknown[] }): string {
  return attachmentsOf(message)
    .flatMap(({ pretext, author_name, title, text, fields, footer, blocks }) => {
      const pairs = fields.flatMap((field) => [field.title, field.value])
      const words = [pretext, author_name, title, text, ...pairs, footer].filter((one) => one !== undefined)
      return [...words.map((one) => displayed(reader, one)), displayedBlocks(reader, blocks)]
    })
    .filter(Boolean)
    .join('\n')
}

export function displayedText(reader: Reader, text: TextObject | undefined): string {
  if (!text) return ''
  return text.type === 'mrkdwn' ? displayed(reader, text.text) : text.text
}

export function displayedBlock(reader: Reader, block: KnownBlock): string {
  const lines = (texts: (TextObject | undefined)[]) =>
    texts
      .map((text) => displayedText(reader, text))
      .filter(Boolean)
      .join('\n')
  switch (block.type) {
    case 'section':
      return lines([block.text, ...(block.fields ?? [])])
    case 'header':
    case 'alert':
      return lines([block.text])
    case 'context':
      return block.elements
        .map((element) => (element.type === 'image' ? element.alt_text : displayedText(reader, element)))
        .join(' ')
    case 'rich_text':
      return displayedRich(reader, block)
    case 'markdown':
      return displayed(reader, block.text)
    case 'image':
      return [displayedText(reader, block.title), block.alt_text].filter(Boolean).join('\n')
    case 'input':
      return lines([block.label, block.hint])
    case 'card':
      return lines([block.title, block.subtitle, block.body])
    case 'carousel':
      return displayedBlocks(reader, block.elements)
    case 'container':
      return [lines([block.title, block.subtitle]), displayedBlocks(reader, block.child_blocks)]
        .filter(Boolean)
        .join('\n')
    case 'table':
    case 'data_table':
      return block.rows
        .map((row) =>
          row
            .map((cell) => (cell.type === 'rich_text' ? displayedRich(reader, cell) : cell.text))
            .join(' | '),
        )
        .join('\n')
    default:
      return ''
  }
}
