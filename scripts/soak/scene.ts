import type { Life } from './life.ts'

export interface Scene {
  /** The working day of the life, and the wall time in Berlin. */
  readonly day: number
  readonly at: string
  readonly title: string
  /** What people do, and what is to be expected of that and of the clock. */
  readonly play?: (life: Life, date: string) => unknown
}
