import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of the work that is being done; each line logged meanwhile carries it. */
export type Doing = Readonly<Record<string, unknown>>

interface Work {
  readonly known: Record<string, unknown>
  /** What this is a part of, such as the job that hands over what somebody said. */
  readonly within: Work | undefined
  told: boolean
}

const current = new AsyncLocalStorage<Work>()

/** Does a piece of work under its name: who acts, through which door, or which job. */
export const during = <T>(doing: Doing, work: () => Promise<T>): Promise<T> =>
  current.run({ known: { ...doing }, within: current.getStore(), told: false }, work)

/** Adds to the work being done what is learnt on the way, such as its release; lists grow. Outside of any it does nothing. */
export function noted(more: Doing): void {
  const soFar = current.getStore()?.known
  if (!soFar) return
  for (const [name, value] of Object.entries(more)) {
    const before = soFar[name]
    soFar[name] = Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value
  }
}

/** The work being done, as it is known by now. */
export const doing = (): Doing => ({ ...current.getStore()?.known })

/** The line of an act is written: what it is a part of writes none of its own. */
export function tellOnce(): void {
  for (let work = current.getStore(); work; work = work.within) work.told = true
}

export const isTold = (): boolean => current.getStore()?.told ?? false
