import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { isOver } from '../releases/lifecycle.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { oneLine } from '../slack/harmless.ts'

declare module '../releases/release.ts' {
  interface ReleaseEvents {
    noted: Note
  }
}

export interface Note {
  readonly text: string
  /** Slack's address of the message that somebody pointed at. */
  readonly link: string | null
  /** Who wrote that message. */
  readonly author: PersonId | null
}

/** The longest note that is typed; of a message only so much is kept beside its link. */
export const longestNote = 800

/** Puts something on the record. Everyone of the workspace may, until the release is over. */
export function note(release: Release, _facts: Facts, _now: Date, _actor: Actor, said: Note): ReleaseEvent[] {
  if (isOver(release)) {
    const instead =
      release.state === 'closed' ? ' You may add an action: /release action <what> @who <when>' : ''
    throw new Rejection(`${release.key} is ${release.state}; its timeline takes no more notes.${instead}`)
  }
  const text = oneLine(said.text).trim()
  if (!text && !said.link) throw new Rejection('Note what? Like: /release timeline add the CDN was slow')
  if (said.link) return [{ type: 'noted', ...said, text: beginning(text) }]
  if (text.length > longestNote) {
    const length = text.length.toLocaleString('en')
    throw new Rejection(`That has ${length} characters, and ${longestNote} fit. Put the rest behind a link.`)
  }
  return [{ type: 'noted', ...said, text }]
}

const beginning = (text: string) =>
  text.length > longestNote ? `${text.slice(0, longestNote - 1).toWellFormed()}…` : text
