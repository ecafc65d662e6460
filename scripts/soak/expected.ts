/** What is counted. */
export const sorts = ['messages', 'ballots', 'reminders', 'places'] as const
export type Sort = (typeof sorts)[number]

/** What shall be found of one life, exactly so often: its scenes say it while they are played. */
export class Expected implements Record<Sort, string[]> {
  readonly key: string
  /** `vote-card`, and with whom a direct one is for: `vote-ask @qa-lead`. */
  readonly messages: string[] = []
  /** `Quality go by qa-lead`. */
  readonly ballots: string[] = []
  /** `qa-lead on 2026-11-25`. */
  readonly reminders: string[] = []
  /** `channel`, `bookmark payments-api`. */
  readonly places: string[] = []

  readonly #member: (handle: string) => string

  /** @param member the handle in the life's own team. */
  constructor(key: string, member: (handle: string) => string) {
    this.key = key
    this.#member = member
  }

  message(kind: string, ...people: readonly string[]): void {
    this.messages.push(
      ...(people.length > 0 ? people.map((handle) => `${kind} @${this.#member(handle)}`) : [kind]),
    )
  }

  ballot(role: string, says: string, handle: string): void {
    this.ballots.push(`${role} ${says} by ${this.#member(handle)}`)
  }

  reminder(date: string, ...people: readonly string[]): void {
    this.reminders.push(...people.map((handle) => `${this.#member(handle)} on ${date}`))
  }

  place(...what: readonly string[]): void {
    this.places.push(...what)
  }
}
