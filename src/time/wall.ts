import { TZDate, tz, tzOffset } from '@date-fns/tz'
import { addBusinessDays, addDays, isWeekend, startOfDay } from 'date-fns'

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
  const there = new TZDate(instant.getTime(), zone)
  return {
    year: there.getFullYear(),
    month: there.getMonth() + 1,
    day: there.getDate(),
    hour: there.getHours(),
    minute: there.getMinutes(),
  }
}

/**
 * The instant at which the wall shows this. When clocks change: of a time that comes twice the first, and for one
 * that is skipped as much later as the clocks jump.
 */
export function instantOf(wall: WallTime, zone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const offsetAt = (time: number) => tzOffset(zone, new Date(time)) * 60_000
  const before = asUtc - offsetAt(addDays(asUtc, -1).getTime())
  const after = asUtc - offsetAt(addDays(asUtc, 1).getTime())
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
  return sameWallTime(instant, addBusinessDays(instant, days, { in: tz(zone) }), zone)
}

/** Monday to Friday, there. */
export const isWorkingDay = (instant: Date, zone: string) => !isWeekend(instant, { in: tz(zone) })

function sameWallTime(instant: Date, day: Date, zone: string): Date {
  const { hour, minute } = wallTime(instant, zone)
  return instantOf({ ...wallTime(day, zone), hour, minute }, zone)
}
