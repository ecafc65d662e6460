import { addWorkingDays, atWallTime } from '../time/wall.ts'
import { workedOnceByText } from '../worked-once.ts'
import type { Offset } from './models.ts'

/** The instant that an offset means, seen from `target`; working days and wall times are those of `zone`. */
export function momentOf(offset: Offset, target: Date, zone: string): Date {
  if ('before' in offset) return new Date(target.getTime() - offset.before)
  const { workingDays, at } = offset
  const moment = once(`${target.getTime()} ${workingDays} ${at} ${zone}`, () =>
    atWallTime(addWorkingDays(target, -workingDays, zone), at, zone).getTime(),
  )
  return new Date(moment)
}

/** It is asked for each item of each card. */
const once = workedOnceByText<number>()
