import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types'
import type { Inline } from '../text/inline.ts'
import { parseInline } from '../text/mrkdwn.ts'

type Style = NonNullable<Extract<RichTextElement, { type: 'text' }>['style']>

/** What is typed with Slack's signs, as the rich text that an app receives. */
export function richOf(typed: string): RichTextBlock {
  // Bare links and names stay words, as Slack's own field leaves them until they are picked.
  const leaves = typed
    .split('\n')
    .flatMap((line, index): RichTextElement[] => [
      ...(index === 0 ? [] : [{ type: 'text' as const, text: '\n' }]),
      ...parseInline(line, true).flatMap((node) => leavesOf(node)),
    ])
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: leaves }] }
}

/** The same text as it was typed; lists and quotes become their lines. */
export function typedOf(rich: RichTextBlock): string {
  const sections = rich.elements.flatMap((part): RichTextSection[] =>
    part.type === 'rich_text_list' ? part.elements : [{ type: 'rich_text_section', elements: part.elements }],
  )
  return sections.map(({ elements }) => elements.map(signed).join('')).join('\n')
}

function leavesOf(node: Inline, style: Style = {}): RichTextElement[] {
  switch (node.type) {
    case 'bold':
    case 'italic':
    case 'strike':
      return node.children.flatMap((child) => leavesOf(child, { ...style, [node.type]: true }))
    case 'code':
      return [textLeaf(node.text, { ...style, code: true })]
    case 'plain':
      return [textLeaf(node.text, style)]
    case 'emoji':
      return [{ type: 'emoji', name: node.name }]
    case 'link':
      return [{ type: 'link', url: node.url, text: node.label }]
    case 'person':
      return [{ type: 'user', user_id: node.id }]
    case 'channel':
      return [{ type: 'channel', channel_id: node.id }]
    default:
      return []
  }
}

function textLeaf(text: string, style: Style): RichTextElement {
  return { type: 'text', text, ...(Object.keys(style).length > 0 && { style }) }
}

function signed(leaf: RichTextElement): string {
  switch (leaf.type) {
    case 'text':
      return inSigns(leaf.text, leaf.style ?? {})
    case 'emoji':
      return `:${leaf.name}:`
    case 'link':
      return leaf.text ? `<${leaf.url}|${leaf.text}>` : `<${leaf.url}>`
    case 'user':
      return `<@${leaf.user_id}>`
    case 'channel':
      return `<#${leaf.channel_id}>`
    default:
      return ''
  }
}

function inSigns(text: string, { bold, italic, strike, code }: Style): string {
  const signs = [code && '`', strike && '~', italic && '_', bold && '*'].filter((sign) => sign !== undefined)
  return signs.reduce((inner: string, sign) => (sign ? `${sign}${inner}${sign}` : inner), text)
}
