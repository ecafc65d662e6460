import type { RichTextElement } from '@slack/types'
import { Fragment, type ReactNode } from 'react'
import { Inlines } from '../text/Inlines.tsx'
import type { Inline } from '../text/inline.ts'

/** The leaves of a rich text, each in its style. */
export function Leaves({ leaves }: { leaves: RichTextElement[] }) {
  return leaves.map((leaf, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its order
    <Fragment key={index}>{styled(leaf.style, <Inlines nodes={inlinesOf(leaf)} />)}</Fragment>
  ))
}

function styled(style: RichTextElement['style'], content: ReactNode): ReactNode {
  let drawn = content
  if (style?.code) drawn = <code>{drawn}</code>
  if (style?.strike) drawn = <s>{drawn}</s>
  if (style?.underline) drawn = <u>{drawn}</u>
  if (style?.italic) drawn = <em>{drawn}</em>
  return style?.bold ? <strong>{drawn}</strong> : drawn
}

function inlinesOf(leaf: RichTextElement): Inline[] {
  switch (leaf.type) {
    case 'text':
      return lines(leaf.text)
    case 'link':
      return [{ type: 'link', url: leaf.url, label: leaf.text ?? leaf.url }]
    case 'user':
      return [{ type: 'person', id: leaf.user_id }]
    case 'usergroup':
      return [{ type: 'group', id: leaf.usergroup_id }]
    case 'channel':
      return [{ type: 'channel', id: leaf.channel_id }]
    case 'broadcast':
      return [{ type: 'broadcast', range: leaf.range }]
    case 'emoji':
      return [{ type: 'emoji', name: leaf.name }]
    case 'date':
      return [dateOf(leaf)]
    case 'team':
      return [{ type: 'plain', text: leaf.team_id }]
    case 'color':
      return [{ type: 'plain', text: leaf.value }]
  }
}

function lines(text: string): Inline[] {
  return text.split('\n').flatMap((line, index): Inline[] => {
    const words: Inline = { type: 'plain', text: line }
    return index === 0 ? [words] : [{ type: 'break' }, words]
  })
}

function dateOf(leaf: Extract<RichTextElement, { type: 'date' }>): Inline {
  const { timestamp, format, fallback = '', url } = leaf
  return { type: 'date', unix: timestamp, format, fallback, ...(url ? { link: url } : {}) }
}
