import type { RichTextBlock as RichText, RichTextBlockElement, RichTextList } from '@slack/types'
import { Leaves } from './Leaves.tsx'

/** Text with its structure given, not parsed. */
export function RichTextBlock({ block }: { block: RichText }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its order
  return block.elements.map((element, index) => <Part key={index} element={element} />)
}

function Part({ element }: { element: RichTextBlockElement }) {
  switch (element.type) {
    case 'rich_text_section':
      return (
        <p>
          <Leaves leaves={element.elements} />
        </p>
      )
    case 'rich_text_quote':
      return (
        <blockquote>
          <Leaves leaves={element.elements} />
        </blockquote>
      )
    case 'rich_text_preformatted':
      return (
        <pre>
          <Leaves leaves={element.elements} />
        </pre>
      )
    case 'rich_text_list':
      return <List list={element} />
  }
}

function List({ list }: { list: RichTextList }) {
  const Tag = list.style === 'ordered' ? 'ol' : 'ul'
  return (
    <Tag style={{ marginInlineStart: `${(list.indent ?? 0) * 1.5}em` }}>
      {list.elements.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={index}>
          <Leaves leaves={item.elements} />
        </li>
      ))}
    </Tag>
  )
}
