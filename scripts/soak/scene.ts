import type { Life } from './life.ts'

export interface Scene {
  /** The working day of the life, and the wall time in Berlin. */
  readonly day: number
  readonly at: string | ((life: Life) => string)
  readonly title: string
  /** Which lives have it; all unless it says so. */
  readonly when?: (life: Life) => boolean
  /** What people do, and what is to be expected of that and of the clock. */
  readonly play?: (life: Life, date: string) => unknown
}

/** For scenes of lives that go. */
export const goes = ({ fate }: Life): boolean => !fate.cancelled

/** For scenes of lives that end with everyone having it. */
export const ships = (life: Life): boolean => goes(life) && !life.fate.rolledBack
