import { format } from 'date-fns/format'
import type { TrafficLine } from '../../traffic/protocol.ts'

export const shows = ['all', 'to the app', 'from the app', 'refused'] as const
export type Show = (typeof shows)[number]

const most = 500

/** The lines known so far with what is new; the oldest fall out. */
export function merged(known: TrafficLine[], fresh: TrafficLine[]): TrafficLine[] {
  const lines = new Map(known.map((line) => [line.id, line]))
  for (const line of fresh) lines.set(line.id, line)
  return [...lines.values()].toSorted((one, other) => one.id - other.id).slice(-most)
}

/** The lines that somebody wants to see: of one direction or outcome, with all of these words. */
export function filtered(lines: TrafficLine[], show: Show, words: string): TrafficLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    const told = `${line.name} ${line.by} ${line.gist} ${line.words} ${line.fault ?? ''}`.toLowerCase()
    return isShown(line, show) && wanted.every((word) => told.includes(word))
  })
}

function isShown(line: TrafficLine, show: Show): boolean {
  if (show === 'all') return true
  if (show === 'refused') return line.outcome === 'refused'
  return isToApp(line) === (show === 'to the app')
}

/** Whether the workspace spoke first. */
export function isToApp({ sort }: TrafficLine): boolean {
  return sort !== 'call' && sort !== 'response'
}

/** "42 ms", "1.3 s" */
export function duration(ms: number | null): string {
  if (ms === null) return ''
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** "812 B", "4.1 kB" */
export function weight(size: number | null): string {
  if (size === null) return ''
  return size < 1000 ? `${size} B` : `${(size / 1000).toFixed(1)} kB`
}

/** The real time of day on the reader's machine, to the millisecond. */
export function stamp(at: number): string {
  return format(at, 'HH:mm:ss.SSS')
}
