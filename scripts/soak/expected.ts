/** What shall be found of one life, exactly so often: said by its scenes while they are played. */
export class Expected {
  readonly key: string
  /** `vote-ask @qa-lead`, `vote-card`: the kind of message and, when it is a direct one, to whom. */
  readonly messages: string[] = []
  /** `qa-lead on 2026-11-25`. */
  readonly reminders: string[] = []
  /** `Quality go by qa-lead`. */
  readonly ballots: string[] = []

  constructor(key: string) {
    this.key = key
  }

  message(kind: string, ...people: readonly string[]): void {
    this.messages.push(...(people.length > 0 ? people.map((handle) => `${kind} @${handle}`) : [kind]))
  }

  reminder(date: string, ...people: readonly string[]): void {
    this.reminders.push(...people.map((handle) => `${handle} on ${date}`))
  }

  ballot(role: string, says: string, handle: string): void {
    this.ballots.push(`${role} ${says} by ${handle}`)
  }
}
