import { percentile, perSecond } from './load.ts'
import type { Measured, Series } from './series.ts'

/** A table of one series, the app's share of its reference at the end of each of its lines. */
export function table({ name, aim }: Series, measured: readonly Measured[]): string {
  const lines = measured.map((one) => [
    one.side,
    String(one.connections),
    perSecond(one.timed).toFixed(0),
    percentile(one.timed, 0.5).toFixed(1),
    percentile(one.timed, 0.99).toFixed(1),
    ratioOf(one, measured)?.toFixed(2) ?? '',
  ])
  const heads = ['', 'connections', 'a second', 'p50 ms', 'p99 ms', `ratio, aim ${aim}`]
  const widths = heads.map((head, i) => Math.max(head.length, ...lines.map((line) => line[i]?.length ?? 0)))
  const written = [heads, ...lines].map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  )
  return [name, ...written, ''].join('\n')
}

/** Of the first side at each number of connections: what it does of what the second does. */
function ratioOf(one: Measured, measured: readonly Measured[]): number | null {
  const [first, second] = measured.filter(({ connections }) => connections === one.connections)
  return one === first && second ? perSecond(one.timed) / perSecond(second.timed) : null
}
