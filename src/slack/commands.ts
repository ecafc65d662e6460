import type { Answer, Call } from './call.ts'
import type { Received } from './received.ts'

/** One word of `/release`. The registry finds it and prints its help. */
export interface Command {
  readonly word: string
  readonly synonyms?: readonly string[]
  readonly usage: readonly Usage[]
  readonly run: (call: CommandCall) => Promise<Answer>
  /** Tried when the first word is no command, for texts that are only a name; undefined when it knows none such. */
  readonly otherwise?: (call: CommandCall) => Promise<Answer>
}

/** A line of the help: the form without `/release`, `<n>` for the reader's own number; in which states, and to whom. */
export interface Usage {
  readonly form: string
  /** States of the release whose help shows it, `hold` for one on hold; left out: only `help all` shows it. */
  readonly states?: readonly string[]
  /** Only those who run the release see it. */
  readonly whoRunsIt?: true
}

export interface CommandCall extends Call {
  /** The words after the subcommand, as the person typed them, entities undone. */
  readonly text: string
  /** The same with the people, groups, channels and links that Slack marked in it. */
  readonly said: Received
}
