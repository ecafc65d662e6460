import type { KnownBlock } from '@slack/types'
import { RichTextBlock } from './RichTextBlock.tsx'

type Table = Extract<KnownBlock, { type: 'table' | 'data_table' }>
type Cell = Table['rows'][number][number]

/** Rows and columns; the first row of a `data_table` is its head. */
export function TableBlock({ block }: { block: Table }) {
  const head = block.type === 'data_table' ? block.rows[0] : undefined
  const rows = head ? block.rows.slice(1) : block.rows
  return (
    <div className="table-frame">
      <table>
        {block.type === 'data_table' && <caption>{block.caption}</caption>}
        {head && (
          <thead>
            <tr>{head.map((cell, at) => drawn(cell, at, 'th'))}</tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their order
            <tr key={index}>{row.map((cell, at) => drawn(cell, at, 'td'))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function drawn(cell: Cell, at: number, Tag: 'td' | 'th') {
  return <Tag key={at}>{cell.type === 'rich_text' ? <RichTextBlock block={cell} /> : String(cell.text)}</Tag>
}
