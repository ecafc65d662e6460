import { useState } from 'react'
import { filtered, type Show } from './lines.ts'
import { TrafficFilter } from './TrafficFilter.tsx'
import { TrafficLines } from './TrafficLines.tsx'
import { useTraffic } from './useTraffic.ts'

/** Every delivery, call and answer, newest at the bottom. */
export function TrafficLog() {
  const lines = useTraffic()
  const [show, setShow] = useState<Show>('all')
  const [words, setWords] = useState('')
  if (!lines) return <p className="nothing">Asking for the traffic…</p>
  const wanted = filtered(lines, show, words)
  return (
    <>
      <TrafficFilter
        show={show}
        words={words}
        count={`${wanted.length} of ${lines.length}`}
        onShow={setShow}
        onWords={setWords}
      />
      {wanted.length > 0 ? (
        <TrafficLines lines={wanted} />
      ) : (
        <p className="nothing">{lines.length === 0 ? 'Nothing yet.' : 'Nothing like that.'}</p>
      )}
    </>
  )
}
