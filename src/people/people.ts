/** A Slack user id (`U…`, `W…`), unique in its workspace. */
export type PersonId = string

/** One row of the directory: what the rules and the texts may know of a person. */
export interface Person {
  readonly id: PersonId
  /** How cards name them without pinging. */
  readonly name: string
  readonly email: string | null
  /** IANA zone, such as `Europe/Berlin`. */
  readonly zone: string
  readonly guest: boolean
  readonly deleted: boolean
  readonly admin: boolean
}

/** Through which door an act came; it stands on the timeline. */
export type Door = 'command' | 'button' | 'form' | 'thread' | 'mention' | 'shortcut' | 'timer' | 'http'

/** Who acts, where and through which door. `person` is null for Shipshape itself (timers). */
export interface Actor {
  readonly workspace: string
  readonly person: PersonId | null
  readonly door: Door
}
