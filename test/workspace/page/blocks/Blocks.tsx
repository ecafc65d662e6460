import type { CardBlock as Card, KnownBlock } from '@slack/types'
import type { ReactNode } from 'react'
import { Markdown } from '../text/Markdown.tsx'
import { plainOf, SlackText } from '../text/SlackText.tsx'
import { ActionsBlock } from './ActionsBlock.tsx'
import { CardBlock } from './CardBlock.tsx'
import { ContainerBlock } from './ContainerBlock.tsx'
import { ContextBlock } from './ContextBlock.tsx'
import { ImageBlock } from './ImageBlock.tsx'
import { InputBlock } from './InputBlock.tsx'
import { RichTextBlock } from './RichTextBlock.tsx'
import { SectionBlock } from './SectionBlock.tsx'
import { TableBlock } from './TableBlock.tsx'
import { TaskBlock } from './TaskBlock.tsx'

/** Block Kit, drawn. */
export function Blocks({ blocks }: { blocks: KnownBlock[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <div key={block.block_id ?? index} className={`block block-${block.type}`}>
          {drawn(block)}
        </div>
      ))}
    </div>
  )
}

function inCarousel(card: Card, index: number): ReactNode {
  return <CardBlock key={card.block_id ?? index} block={card} />
}

function drawn(block: KnownBlock): ReactNode {
  switch (block.type) {
    case 'section':
      return <SectionBlock block={block} />
    case 'header':
      return <h3>{plainOf(block.text)}</h3>
    case 'context':
      return <ContextBlock block={block} />
    case 'card':
      return <CardBlock block={block} />
    case 'carousel':
      return <div className="carousel">{block.elements.map(inCarousel)}</div>
    case 'container':
      return <ContainerBlock block={block} draw={(blocks) => <Blocks blocks={blocks} />} />
    case 'task_card':
      return <TaskBlock block={block} />
    case 'actions':
    case 'context_actions':
      return <ActionsBlock block={block} />
    case 'divider':
      return <hr />
    case 'image':
      return <ImageBlock block={block} />
    case 'rich_text':
      return <RichTextBlock block={block} />
    case 'input':
      return <InputBlock block={block} />
    case 'markdown':
      return <Markdown text={block.text} />
    case 'table':
    case 'data_table':
      return <TableBlock block={block} />
    case 'alert':
      return (
        <p className={`alert-note alert-${block.level ?? 'default'}`}>
          <SlackText text={block.text} />
        </p>
      )
    default:
      return <p className="unsupported">This page does not draw {block.type} blocks.</p>
  }
}
