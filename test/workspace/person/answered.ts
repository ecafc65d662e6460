import type { Shown } from './shown.ts'

/** What came back to a slash command. */
export class Answered {
  readonly all: Shown[]
  readonly #command: string

  constructor(command: string, all: Shown[]) {
    this.#command = command
    this.all = all
  }

  /** The words of all answers; empty when there was none. */
  get text(): string {
    return this.all.map((shown) => shown.text).join('\n')
  }

  /** The first answer, to press its buttons. */
  get first(): Shown {
    const [first] = this.all
    if (!first) throw new Error(`nothing came back to ${this.#command}`)
    return first
  }
}
