const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Slack tells an app of so many events an hour; of what is over it says once a minute that there was more. */
export class EventLimit {
  readonly #most: number
  #hour = { from: 0, sent: 0 }
  #saidInMinute = -1

  constructor(mostAnHour = 30_000) {
    this.#most = mostAnHour
  }

  /** What becomes of one more event. */
  take(now = Date.now()): 'send' | 'say so' | 'withhold' {
    if (now - this.#hour.from >= HOUR_MS) this.#hour = { from: now, sent: 0 }
    this.#hour.sent += 1
    if (this.#hour.sent <= this.#most) return 'send'
    const minute = Math.floor(now / MINUTE_MS)
    if (minute === this.#saidInMinute) return 'withhold'
    this.#saidInMinute = minute
    return 'say so'
  }
}
