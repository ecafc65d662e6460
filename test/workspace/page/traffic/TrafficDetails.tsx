import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { TrafficLine, TrafficDetails as Whole } from '../../traffic/protocol.ts'
import { fetchTrafficDetails } from '../client/server.ts'
import { isToApp } from './lines.ts'

/** Both sides of one entry, as JSON. */
export function TrafficDetails({ line }: { line: TrafficLine }) {
  const list = useRef<HTMLDListElement>(null)
  const [whole, setWhole] = useState<Whole | 'gone' | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it has ended there is more to tell
  useEffect(() => {
    void fetchTrafficDetails(line.id)
      .catch(() => 'gone' as const)
      .then(setWhole)
  }, [line.id, line.outcome])
  useLayoutEffect(() => {
    // The log grows upwards, out of the window with the line that was pressed.
    if (whole) list.current?.previousElementSibling?.scrollIntoView({ block: 'nearest' })
  }, [whole])
  if (whole === 'gone') return <p className="traffic-details muted">This is no longer kept.</p>
  const [sent, answered] = isToApp(line) ? ['Delivered', 'Acknowledged with'] : ['Sent', 'Answered']
  return (
    <dl ref={list} className="traffic-details">
      <dt>{sent}</dt>
      <dd>
        <pre>{whole ? JSON.stringify(whole.sent, null, 2) : '…'}</pre>
      </dd>
      <dt>{answered}</dt>
      <dd>
        <pre>{whole ? JSON.stringify(whole.answered, null, 2) : '…'}</pre>
      </dd>
    </dl>
  )
}
