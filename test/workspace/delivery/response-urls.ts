import { secret } from '../world/ids.ts'

const MOST_USES = 5
const LIVES_MS = 30 * 60_000

/** A message that an interaction can answer with or change, wherever it is kept. */
export interface MessageRef {
  channel: string
  ts: string
}

/** One act of a person that the app may answer through its response URL. */
export interface Interaction {
  user: string
  channel: string
  /** The message that was pressed, when there was one. */
  source?: { ts: string; ephemeral: boolean; threadTs?: string }
  /** What came back, in the ack or later. */
  answers: MessageRef[]
}

/** Response URLs: five uses in thirty minutes of real time. */
export class ResponseUrls {
  readonly #issued = new Map<string, { interaction: Interaction; at: number; uses: number }>()
  readonly #team: string
  readonly #base: () => string
  readonly #now: () => number

  constructor(team: string, base: () => string, now = Date.now) {
    this.#team = team
    this.#base = base
    this.#now = now
  }

  issue(kind: 'commands' | 'actions' | 'app', interaction: Interaction): string {
    const path = `/${kind}/${this.#team}/${secret(6)}/${secret()}`
    for (const [old, { at }] of this.#issued) {
      if (this.#now() - at <= LIVES_MS) break
      this.#issued.delete(old)
    }
    this.#issued.set(path, { interaction, at: this.#now(), uses: 0 })
    return this.#base() + path
  }

  /** The interaction behind a URL, or Slack's word for why it cannot be used. */
  use(path: string): Interaction | 'used_url' | 'expired_url' {
    const issued = this.#issued.get(path)
    if (!issued) return 'expired_url'
    if (this.#now() - issued.at > LIVES_MS) return 'expired_url'
    if (issued.uses >= MOST_USES) return 'used_url'
    issued.uses += 1
    return issued.interaction
  }
}
