import { tz } from '@date-fns/tz'
import { set, subBusinessDays } from 'date-fns'
import type { Offset } from './models.ts'

/** The instant that an offset means, seen from `target`; working days and wall times are those of `zone`. */
export function momentOf(offset: Offset, target: Date, zone: string): Date {
  if ('before' in offset) return new Date(target.getTime() - offset.before)
  const [hours = 0, minutes = 0] = offset.at.split(':').map(Number)
  const day = subBusinessDays(target, offset.workingDays, { in: tz(zone) })
  return new Date(set(day, { hours, minutes, seconds: 0, milliseconds: 0 }).getTime())
}
