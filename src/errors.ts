/**
 * A rule said no. Its message is meant for the person who acted: it says what was read and gives the right form
 * (voice.md, "Errors"). Nothing was changed.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection'
  /** The form field it concerns, so that a form can show it beside that field. */
  readonly field: string | undefined
  /** Buttons that mend it: label and the command words that do it, such as `move thu 16:00`. */
  readonly offers: readonly Offer[]

  constructor(message: string, options: { field?: string; offers?: readonly Offer[] } = {}) {
    super(message)
    this.field = options.field
    this.offers = options.offers ?? []
  }
}

/** A button under a private answer that runs a command for the person, as if they had typed it. */
export interface Offer {
  readonly label: string
  /** The words after `/release`, as people write them. */
  readonly run: string
  /** The same as Slack sends them, where they name somebody. Set by the door, which knows what was typed. */
  readonly sent?: string
}
