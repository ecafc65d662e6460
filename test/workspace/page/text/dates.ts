import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'

/** "Tue 1 Dec, 16:00" in that zone. */
export function clockLabel(at: number, zone: string): string {
  return format(new TZDate(at, zone), 'EEE d MMM, HH:mm')
}

/** "16:00" in that zone. */
export function timeLabel(at: number, zone: string): string {
  return format(new TZDate(at, zone), 'HH:mm')
}

/** The calendar day in that zone, as a key. */
export function dayKey(at: number, zone: string): string {
  return format(new TZDate(at, zone), 'yyyy-MM-dd')
}

/** An instant as the value of a date-and-time field in that zone. */
export function toLocalField(unix: number, zone: string): string {
  return format(new TZDate(unix * 1000, zone), "yyyy-MM-dd'T'HH:mm")
}

/** The instant that a date-and-time field means in that zone, or null while it is incomplete. */
export function fromLocalField(value: string, zone: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value)
  if (!parts) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts.slice(1).map(Number)
  return Math.floor(new TZDate(year, month - 1, day, hour, minute, zone).getTime() / 1000)
}

/** A message's `ts` in milliseconds. */
export function instantOf(ts: string): number {
  return Math.round(Number(ts) * 1000)
}

/** A zone's place, as people call it: "New York". */
export function placeName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
