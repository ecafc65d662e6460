import { TZDate } from '@date-fns/tz'

/** A clock that runs like the real one and can be put forward. */
export interface Clock {
  readonly now: () => Date
  readonly advance: (milliseconds: number) => void
  /** Puts it forward to this instant; never back. */
  readonly forwardTo: (instant: Date) => void
}

export function clockFrom(start: Date): Clock {
  let ahead = start.getTime() - Date.now()
  const now = () => new Date(Date.now() + ahead)
  return {
    now,
    advance: (milliseconds) => {
      ahead += milliseconds
    },
    forwardTo: (instant) => {
      ahead += Math.max(0, instant.getTime() - now().getTime())
    },
  }
}

/** `inBerlin('2026-12-01 16:00')`. */
export function inBerlin(wall: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = wall.split(/[- :]/).map(Number)
  return new Date(new TZDate(year, month - 1, day, hour, minute, 'Europe/Berlin').getTime())
}
