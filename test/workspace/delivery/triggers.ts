import { randomInt } from 'node:crypto'
import { secret } from '../world/ids.ts'
import { Refusal } from '../world/refusal.ts'

const LIVES_MS = 3000
/** How long it is known why an id is good no more. */
const REMEMBERED_MS = 10 * 60_000

/** Where a person acted. */
interface Origin {
  /** The open modal that it was pressed in. */
  view?: string
  /** The conversation. */
  here?: string | undefined
}

interface Trigger extends Origin {
  user: string
  at: number
  spent: boolean
}

/** Trigger ids: three seconds of real time, for one view. */
export class Triggers {
  readonly #issued = new Map<string, Trigger>()
  readonly #now: () => number

  constructor(now = Date.now) {
    this.#now = now
  }

  issue(user: string, origin: Origin = {}): string {
    const id = `${randomInt(1e9)}.${randomInt(1e9)}.${secret(16)}`
    for (const [old, { at }] of this.#issued) {
      if (this.#now() - at <= REMEMBERED_MS) break
      this.#issued.delete(old)
    }
    this.#issued.set(id, { user, at: this.#now(), spent: false, ...origin })
    return id
  }

  spend(id: string): Trigger {
    const trigger = this.#issued.get(id)
    if (!trigger) throw new Refusal('invalid_trigger_id')
    if (trigger.spent) throw new Refusal('exchanged_trigger_id')
    if (this.#now() - trigger.at > LIVES_MS) throw new Refusal('expired_trigger_id')
    trigger.spent = true
    return trigger
  }
}
