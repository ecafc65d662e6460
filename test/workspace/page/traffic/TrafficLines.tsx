import { type KeyboardEvent, useState } from 'react'
import type { TrafficLine } from '../../traffic/protocol.ts'
import { TrafficItem } from './TrafficItem.tsx'

/** The list keeps its end in sight; Tab enters it once, arrows move in it. */
export function TrafficLines({ lines }: { lines: TrafficLine[] }) {
  const [current, setCurrent] = useState<number | null>(null)
  const stop = lines.find(({ id }) => id === current) ?? lines.at(-1)
  return (
    <section className="traffic" aria-label="Entries">
      <ol onKeyDown={moveFocus}>
        {lines.map((line) => (
          <TrafficItem
            key={line.id}
            line={line}
            isTabStop={line === stop}
            onFocus={() => setCurrent(line.id)}
          />
        ))}
      </ol>
    </section>
  )
}

function moveFocus(event: KeyboardEvent<HTMLOListElement>) {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.traffic-line')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus()
}
