import { tz } from '@date-fns/tz'
import { addWeeks } from 'date-fns/addWeeks'
import { differenceInWeeks } from 'date-fns/differenceInWeeks'

/** The next time after `now` with the weekday and wall time of `past`, in `zone`. */
export function nextSameTime(past: Date, now: Date, zone: string): Date {
  const weeks = Math.max(0, differenceInWeeks(now, past, { in: tz(zone) }))
  const near = addWeeks(past, weeks, { in: tz(zone) })
  return new Date((near > now ? near : addWeeks(past, weeks + 1, { in: tz(zone) })).getTime())
}
