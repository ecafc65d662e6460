import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { set } from 'date-fns/set'
import type { Member } from './shapes.ts'

/** When Slack next keeps quiet for somebody, or is just now, in seconds. */
export function nextQuiet(
  { quietHours, zone }: Member,
  now: number,
): { start: number; end: number } | undefined {
  if (!quietHours) return undefined
  const today = new TZDate(now, zone)
  const nights = [-1, 0, 1].map((days) => {
    const start = at(addDays(today, days), quietHours.from)
    const end = at(addDays(today, quietHours.to > quietHours.from ? days : days + 1), quietHours.to)
    return { start, end }
  })
  return nights.find(({ end }) => end > now / 1000)
}

function at(day: Date, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return set(day, { hours, minutes, seconds: 0, milliseconds: 0 }).getTime() / 1000
}
