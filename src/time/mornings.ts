import { tz } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { atWallTime, instantOf, isWorkingDay, startOfLocalDay, wallTime } from './wall.ts'

/** One working day as it begins in one zone. */
export interface Morning {
  readonly zone: string
  /** Such as `2026-12-01`. */
  readonly date: string
}

const begins = 9
const ends = 18
const nine = '09:00'

/** The date there, such as `2026-12-01`. */
export function dateIn(instant: Date, zone: string): string {
  const { year, month, day } = wallTime(instant, zone)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

/**
 * The date of the working morning that has begun there; null on free days, before nine and in the evening. What an
 * outage kept from being said at nine may be said until then, and later not at all.
 */
export function morningDate(now: Date, zone: string): string | null {
  const { hour } = wallTime(now, zone)
  return isWorkingDay(now, zone) && hour >= begins && hour < ends ? dateIn(now, zone) : null
}

/** Nine o'clock of that date, there. */
export function morningOf(date: string, zone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf({ year, month, day, hour: begins, minute: 0 }, zone)
}

/** When that date is over, there. */
export function endOfDate(date: string, zone: string): Date {
  return startOfLocalDay(addDays(morningOf(date, zone), 1, { in: tz(zone) }), zone)
}

/** The next nine o'clock of a working day there, after `now`. */
export function nextMorning(now: Date, zone: string): Date {
  for (let days = 0; ; days++) {
    const morning = atWallTime(addDays(now, days, { in: tz(zone) }), nine, zone)
    if (morning > now && isWorkingDay(morning, zone)) return morning
  }
}
