import { setTimeout as pause } from 'node:timers/promises'

/** A probe waits no longer for a part than this, in milliseconds. */
const patience = 2_000

/** Asks every part whether it is up. One that throws or does not answer in time is not. */
export async function ask(
  parts: Readonly<Record<string, () => boolean | Promise<boolean>>>,
): Promise<Record<string, boolean>> {
  const answers = Object.entries(parts).map(async ([name, isUp]) => [name, await soon(isUp)] as const)
  return Object.fromEntries(await Promise.all(answers))
}

async function soon(isUp: () => boolean | Promise<boolean>): Promise<boolean> {
  const answered = (async () => isUp())().catch(() => false)
  return Promise.race([answered, pause(patience, false, { ref: false })])
}
