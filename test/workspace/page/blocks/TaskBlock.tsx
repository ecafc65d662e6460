import type { TaskCardBlock } from '@slack/types'
import { RichTextBlock } from './RichTextBlock.tsx'

const states = { pending: 'to do', in_progress: 'being done', complete: 'done', error: 'failed' }

/** What an agent does, and how far it is. */
export function TaskBlock({ block }: { block: TaskCardBlock }) {
  const { title, status, details, output, sources = [] } = block
  return (
    <section className="card">
      <strong>{title}</strong> <span className="muted">{states[status]}</span>
      {details && <RichTextBlock block={details} />}
      {output && <RichTextBlock block={output} />}
      {sources.map(({ url, text }) => (
        <a key={url} href={url} target="_blank" rel="noreferrer">
          {text}
        </a>
      ))}
    </section>
  )
}
