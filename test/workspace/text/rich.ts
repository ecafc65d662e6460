import type { RichTextBlock, RichTextElement } from '@slack/types'
import { formatDate } from './dates.ts'
import type { Reader } from './display.ts'

/** The leaves of a rich text block, line by line. */
export function richLines(block: RichTextBlock): RichTextElement[][] {
  return block.elements.flatMap((part) =>
    part.type === 'rich_text_list' ? part.elements.map((item) => item.elements) : [part.elements],
  )
}

export function displayedRich(reader: Reader, block: RichTextBlock): string {
  return richLines(block)
    .map((line) => line.map((leaf) => shownLeaf(reader, leaf)).join(''))
    .join('\n')
}

function shownLeaf({ world, person }: Reader, leaf: RichTextElement): string {
  switch (leaf.type) {
    case 'text':
      return leaf.text
    case 'user':
      return `@${world.people.get(leaf.user_id)?.handle ?? 'unknown'}`
    case 'usergroup':
      return `@${world.groups.get(leaf.usergroup_id)?.handle ?? 'unknown-group'}`
    case 'channel':
      return `#${world.channels.get(leaf.channel_id)?.name ?? 'unknown-channel'}`
    case 'broadcast':
      return `@${leaf.range}`
    case 'link':
      return leaf.text ?? leaf.url
    case 'date':
      return formatDate(leaf.format, leaf.timestamp, person.zone, world.now())
    case 'emoji':
      return `:${leaf.name}:`
    case 'team':
      return leaf.team_id
    case 'color':
      return leaf.value
  }
}
