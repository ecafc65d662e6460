import { tz, tzOffset } from '@date-fns/tz'
import { addBusinessDays } from 'date-fns/addBusinessDays'
import { isWeekend } from 'date-fns/isWeekend'
import { startOfDay } from 'date-fns/startOfDay'

const aDay = 86_400_000

/** What a clock and a calendar on the wall of some place show. */
export interface WallTime {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** What the wall shows at that instant. */
export function wallTime(instant: Date, zone: string): WallTime {
  const there = new Date(instant.getTime() + tzOffset(zone, instant) * 60_000)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
  }
}

/**
 * The instant at which the wall shows this. When clocks change: of a time that comes twice the first, and for one
 * that is skipped as much later as the clocks jump.
 */
export function instantOf(wall: WallTime, zone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const offsetAt = (time: number) => tzOffset(zone, new Date(time)) * 60_000
  const before = asUtc - offsetAt(asUtc - aDay)
  const after = asUtc - offsetAt(asUtc + aDay)
  return new Date([before, after].find((time) => time + offsetAt(time) === asUtc) ?? before)
}

/** That day in that zone, at a wall time such as `17:00`. */
export function atWallTime(instant: Date, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return instantOf({ ...wallTime(instant, zone), hour, minute }, zone)
}

/** When that day begins in that zone. */
export const startOfLocalDay = (instant: Date, zone: string) =>
  new Date(startOfDay(instant, { in: tz(zone) }).getTime())

/** So many working days later (earlier when negative), at the same wall time. */
export function addWorkingDays(instant: Date, days: number, zone: string): Date {
  const { year, month, day, hour, minute } = wallTime(instant, zone)
  // Only the calendar counts here, and a plain date at noon is many times faster than one in a zone.
  const then = addBusinessDays(new Date(year, month - 1, day, 12), days)
  const date = { year: then.getFullYear(), month: then.getMonth() + 1, day: then.getDate() }
  return instantOf({ ...date, hour, minute }, zone)
}

/** Monday to Friday, there. */
export const isWorkingDay = (instant: Date, zone: string) => !isWeekend(instant, { in: tz(zone) })
