import { addWorkingDays, atWallTime } from '../time/wall.ts'
import type { Offset } from './models.ts'

/** The instant that an offset means, seen from `target`; working days and wall times are those of `zone`. */
export function momentOf(offset: Offset, target: Date, zone: string): Date {
  if ('before' in offset) return new Date(target.getTime() - offset.before)
  const { workingDays, at } = offset
  const asked = `${target.getTime()} ${workingDays} ${at} ${zone}`
  const known = worked.get(asked)
  if (known !== undefined) return new Date(known)
  const moment = atWallTime(addWorkingDays(target, -workingDays, zone), at, zone)
  if (worked.size >= mostWorked) worked.clear()
  worked.set(asked, moment.getTime())
  return moment
}

/** What was worked out already: the same question has the same answer, and is asked for each item of each card. */
const worked = new Map<string, number>()
const mostWorked = 10_000
