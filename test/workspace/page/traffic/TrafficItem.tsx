import { useState } from 'react'
import type { TrafficLine } from '../../traffic/protocol.ts'
import { duration, isToApp, stamp, weight } from './lines.ts'
import { TrafficDetails } from './TrafficDetails.tsx'

interface Props {
  line: TrafficLine
  isTabStop: boolean
  onFocus: () => void
}

/** One line of the traffic; pressing it shows both sides. */
export function TrafficItem({ line, isTabStop, onFocus }: Props) {
  const [open, setOpen] = useState(false)
  const again = line.retry > 0 ? `retry ${line.retry}` : ''
  return (
    <li className={`traffic-item traffic-${line.outcome}`}>
      <button
        type="button"
        className="traffic-line"
        aria-expanded={open}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={onFocus}
        onClick={() => setOpen(!open)}
      >
        <time className="traffic-time">{stamp(line.at)}</time>
        <Direction line={line} />
        <strong className="traffic-name">{line.name}</strong>
        <span className="traffic-gist">
          <small>{line.by}</small> {[again, line.gist].filter(Boolean).join(' · ')}
        </span>
        <span className={`traffic-words words-${line.outcome}`}>
          {line.fault && <span className="traffic-fault">fault: {line.fault}</span>} {line.words}
        </span>
        <span className="traffic-ms">{duration(line.ms)}</span>
        <span className="traffic-size">{weight(line.size)}</span>
      </button>
      {open && <TrafficDetails line={line} />}
    </li>
  )
}

function Direction({ line }: { line: TrafficLine }) {
  const told = isToApp(line) ? 'to the app' : 'from the app'
  return (
    <span className="traffic-way" role="img" aria-label={told} title={told}>
      {isToApp(line) ? '→' : '←'}
    </span>
  )
}
