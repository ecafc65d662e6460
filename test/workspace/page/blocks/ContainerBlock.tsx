import type { ContainerBlock as Container, KnownBlock } from '@slack/types'
import type { ReactNode } from 'react'
import { plainOf, SlackText } from '../text/SlackText.tsx'
import { RichTextBlock } from './RichTextBlock.tsx'

interface Props {
  block: Container
  draw: (blocks: KnownBlock[]) => ReactNode
}

/** Blocks under a common title, folded away if the app wants. */
export function ContainerBlock({ block, draw }: Props) {
  const { title, rich_text_title: rich, subtitle, is_collapsible, default_collapsed, child_blocks } = block
  const head = (
    <>
      {title && <strong>{plainOf(title)}</strong>}
      {rich && <RichTextBlock block={rich} />}
      {subtitle && <SlackText text={subtitle} />}
    </>
  )
  if (!is_collapsible)
    return (
      <section className="card">
        {head}
        {draw(child_blocks)}
      </section>
    )
  return (
    <details className="card" open={!default_collapsed}>
      <summary>{head}</summary>
      {draw(child_blocks)}
    </details>
  )
}
