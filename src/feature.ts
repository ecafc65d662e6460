import type { Ctx } from './ctx.ts'
import type { Transaction } from './db/database.ts'
import type { Rows } from './db/rows.ts'
import type { Job, Task } from './jobs/job.ts'
import type { PersonId } from './people/people.ts'
import type {
  EventOf,
  Evolvers,
  Facts,
  Recorded,
  Release,
  ReleaseEvent,
  ReleaseEvents,
} from './releases/release.ts'
import type { Action } from './slack/actions.ts'
import type { Message } from './slack/blocks.ts'
import type { Command } from './slack/commands.ts'
import type { SlackEvent } from './slack/events.ts'
import type { Form } from './slack/forms.ts'
import type { Shortcut } from './slack/shortcuts.ts'
import type { Md } from './slack/text.ts'
import type { Surface } from './surfaces/surface.ts'
import type { Tellers } from './timeline/telling.ts'

/** One capability as `app.ts` composes it. Every room is optional. */
export interface Feature {
  readonly name: string
  /** Tables whose rows make up its part of a release, and how the part is put together from them. */
  readonly part?: Part
  readonly evolve?: Evolvers
  /** The rows that each of its events writes, in the change's transaction. */
  readonly write?: Writers
  /** What follows a change: posts and jobs. Pure. Every live surface of the release is redrawn anyway. */
  readonly react?: (change: Changed) => readonly Effect[]
  /** Jobs that follow only if the database says so, such as for people who have a Home; sorted, read in the change's transaction. */
  readonly tasks?: (tx: Transaction, change: Changed) => Promise<readonly Task[]>
  /** What the clock brings: events that are due at `now`. Pure; asked whenever `wakes` says so. */
  readonly due?: (release: Release, facts: Facts, now: Date) => ReleaseEvent[]
  /** The next instants at which `due` has something to say. */
  readonly wakes?: (release: Release, facts: Facts) => readonly Date[]
  /** What waits for whom in this release: `/release` alone, Home, help and morning reminders are made of it. */
  readonly waiting?: (release: Release, facts: Facts, now: Date) => readonly Waiting[]
  /** What differs for people between two states of one release, told before a move is confirmed: "5 due dates". */
  readonly moves?: (before: Release, after: Release, facts: Facts, now: Date) => readonly Md[]
  /** How its events read on the timeline, after the name of who did it; one without is told by its type. */
  readonly tells?: Tellers
  readonly commands?: readonly Command[]
  readonly actions?: readonly Action[]
  readonly forms?: readonly Form[]
  readonly shortcuts?: readonly Shortcut[]
  readonly events?: readonly SlackEvent[]
  readonly surfaces?: readonly Surface[]
  readonly jobs?: readonly Job[]
  /** Called once a minute on the replica that was elected; enqueues, never acts. */
  readonly tick?: (ctx: Ctx) => Promise<void>
}

export interface Part {
  readonly rows: Readonly<Record<string, Rows>>
  /** Rows by name, dates revived, to this feature's part of `Release`. */
  readonly assemble: (rows: Readonly<Record<string, readonly never[]>>) => Partial<Release>
}

/** The release that a row belongs to; every table carries both. */
export interface ReleaseRef {
  readonly workspace: string
  readonly id: string
}

export type Writers = {
  readonly [T in keyof ReleaseEvents]?: (
    tx: Transaction,
    ref: ReleaseRef,
    event: Recorded<EventOf<T>>,
    after: Release,
  ) => Promise<unknown>
}

export interface Changed {
  readonly before: Release | null
  readonly after: Release
  readonly facts: Facts
  readonly events: readonly Recorded[]
  readonly now: Date
}

export type Effect = Post | Task

/** A message that shall exist: the surface of this kind with this key, posted once and redrawn while it is live. */
export interface Post {
  readonly post: string
  /** Tells apart surfaces of one kind: a round, a person, a step. */
  readonly key: string
  /** For direct messages: to whom. */
  readonly person?: PersonId
  /** Keys of the same kind whose place it takes: they stay as they are, and are kept up to date no more. */
  readonly insteadOf?: readonly string[]
  /** Small facts the view needs that the state does not hold. Ids and numbers, never rendered text. */
  readonly params?: Readonly<Record<string, unknown>>
}

/** One thing that waits for one person. */
export interface Waiting {
  readonly person: PersonId
  readonly release: string
  readonly kind: 'vote' | 'item' | 'step' | 'phase' | 'check' | 'rating' | 'action' | 'plan'
  /** One line: "4 Rehearse the rollback". */
  readonly what: Md
  readonly due: Date | null
  readonly late: boolean
  /** Buttons that settle it, at most two. */
  readonly buttons: Message['blocks'][number] | null
}
