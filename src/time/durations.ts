import { hoursToMinutes } from 'date-fns/hoursToMinutes'

const day = hoursToMinutes(24)
const hour = hoursToMinutes(1)

/** How long something took or is late, as people say it: `53 min`, `4 h 15 min`, `2 days 3 h`; at most two units. */
export function duration(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000)
  const units: [number, string][] = [
    [Math.floor(minutes / day), minutes < 2 * day ? 'day' : 'days'],
    [Math.floor((minutes % day) / hour), 'h'],
    [minutes % hour, 'min'],
  ]
  const said = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.slice(0, 2).join(' ') || '0 min'
}
