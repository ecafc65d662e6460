import { setTimeout as pause } from 'node:timers/promises'

/** A probe waits no longer for a part than this, in milliseconds: Kubernetes gives it a second. */
const patience = 900

/** Asks every part whether it is up. One that throws or does not answer in time is not. */
export async function ask(
  parts: Readonly<Record<string, () => boolean | Promise<boolean>>>,
): Promise<Record<string, boolean>> {
  const answers = Object.entries(parts).map(async ([name, isUp]) => [name, await soon(isUp, false)] as const)
  return Object.fromEntries(await Promise.all(answers))
}

/** What is answered soon; something else when that throws or takes too long. */
export async function soon<T>(answer: () => T | Promise<T>, otherwise: T): Promise<T> {
  const answered = (async () => answer())().catch(() => otherwise)
  return Promise.race([answered, pause(patience, otherwise, { ref: false })])
}
