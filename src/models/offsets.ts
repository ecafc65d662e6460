import { addWorkingDays, atWallTime } from '../time/wall.ts'
import type { Offset } from './models.ts'

/** The instant that an offset means, seen from `target`; working days and wall times are those of `zone`. */
export function momentOf(offset: Offset, target: Date, zone: string): Date {
  if ('before' in offset) return new Date(target.getTime() - offset.before)
  return atWallTime(addWorkingDays(target, -offset.workingDays, zone), offset.at, zone)
}
