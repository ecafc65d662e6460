import { tz } from '@date-fns/tz'
import { format } from 'date-fns/format'
import { workedOnceByText } from '../worked-once.ts'

/** Cards tell the same few instants over and over, and telling one in a zone takes as long as a dozen lines. */
function written(pattern: string) {
  const once = workedOnceByText<string>()
  return (instant: Date, zone: string): string =>
    once(`${instant.getTime()} ${zone}`, () => format(instant, pattern, { in: tz(zone) }))
}

/** `16:00` */
export const clock = written('HH:mm')

/** `Tue 1 Dec` */
export const weekdayDay = written('EEE d MMM')

/** `Tue 16:00` */
export const weekdayClock = written('EEE HH:mm')

/** `Tue 1 Dec, 16:00` */
export const full = written('EEE d MMM, HH:mm')

/** `2026-12-01 16:00`: what can be typed again, and means the same in any year. */
export const typed = written('yyyy-MM-dd HH:mm')

/** How people call a zone: `Berlin` for `Europe/Berlin`, `New York` for `America/New_York`. */
export function placeName(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
