import type { World } from './world/world.ts'

export type Truthy<T> = Exclude<T, undefined | null | false | 0 | ''>

/** Asks at once and after every change, until the answer is truthy or the time is over. */
export async function until<T>(
  world: World,
  ask: () => T,
  {
    timeoutMs = 30_000,
    giveUp = () => 'it did not come about',
  }: { timeoutMs?: number | undefined; giveUp?: () => string } = {},
): Promise<Truthy<T>> {
  const { promise, resolve, reject } = Promise.withResolvers<Truthy<T>>()
  const look = () => {
    const found = ask()
    // Truthy is all that was asked for.
    if (found) resolve(found as Truthy<T>)
  }
  const late = setTimeout(() => reject(new Error(`waited ${timeoutMs} ms: ${giveUp()}`)), timeoutMs)
  world.news.on('changed', look)
  try {
    look()
    return await promise
  } finally {
    clearTimeout(late)
    world.news.off('changed', look)
  }
}
