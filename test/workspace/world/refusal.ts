/** The workspace says no, in Slack's own word; what else the answer carries goes into `details`. */
export class Refusal extends Error {
  readonly word: string
  readonly details: Record<string, unknown>

  constructor(word: string, details: Record<string, unknown> = {}) {
    super(word)
    this.word = word
    this.details = details
  }
}
