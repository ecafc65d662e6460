import type { KnownBlock, View } from '@slack/types'

export interface Member {
  id: string
  handle: string
  name: string
  title: string
  zone: string
  email: string
  admin: boolean
  guest: boolean
  /** A guest who may be in one channel only. */
  singleChannel: boolean
  /** The other workspace they belong to, and meet us from in shared channels. */
  team?: string
  isBot: boolean
  deleted: boolean
  updated: number
  /** Not at the keyboard. */
  away: boolean
  /** Wall times in their own zone between which Slack notifies nobody; null when switched off. */
  quietHours: { from: string; to: string } | null
}

export interface Group {
  id: string
  handle: string
  name: string
  description: string
  disabled: boolean
  members: string[]
}

export interface Reaction {
  name: string
  users: string[]
}

export interface Message {
  ts: string
  user: string
  /** Written with the app's token. */
  byApp: boolean
  text: string
  blocks: KnownBlock[]
  attachments: unknown[]
  threadTs?: string
  broadcast: boolean
  subtype?: string
  /** A name and a picture (`:tada:` or an address) of the app's choice, instead of its own. */
  username?: string
  icon?: string
  metadata?: unknown
  edited?: { user: string; ts: string }
  /** More words are still coming. */
  streaming?: boolean
  reactions: Reaction[]
  /** Ids of the files that it shows. */
  files: string[]
  /** Whom it notified when it was posted; an edit notifies nobody. */
  pings: string[]
  /** Fields of one subtype only, such as `topic` or `inviter`. */
  extra: Record<string, unknown>
}

export interface SlackFile {
  id: string
  name: string
  title: string
  user: string
  created: number
  size: number
  altText: string
  /** What its upload address ends in. */
  ticket: string
  content: Buffer | undefined
  state: 'expected' | 'complete' | 'deleted'
  /** Where it can be fetched with a token. */
  url: string
  shares: { channel: string; ts: string }[]
}

export interface Canvas {
  id: string
  title: string
  sections: { id: string; markdown: string }[]
  /** The channel whose own canvas it is. */
  channel?: string
  /** `read`, `write` or `owner`, by channel or person. */
  access: Map<string, string>
}

/** One run of a step that the app does for a workflow. */
export interface Execution {
  id: string
  callbackId: string
  /** Outputs that must be there in the end. */
  required: string[]
  state: 'running' | 'completed' | 'failed'
  outputs?: Record<string, unknown>
  error?: string
}

export interface Ephemeral extends Message {
  to: string
}

export interface Pin {
  ts: string
  by: string
  created: number
}

export interface Bookmark {
  id: string
  title: string
  link: string
  emoji: string
  created: number
}

export interface Note {
  value: string
  creator: string
  last_set: number
}

export interface Channel {
  id: string
  name: string
  kind: 'public' | 'private' | 'mpim' | 'dm'
  creator: string
  created: number
  general: boolean
  archived: boolean
  /** Only conversations without a name are ever closed, and open again when something is said. */
  open: boolean
  topic: Note
  purpose: Note
  members: Set<string>
  messages: Message[]
  ephemerals: Ephemeral[]
  pins: Pin[]
  bookmarks: Bookmark[]
  /** What the app says it is doing about a thread, by the ts of its parent. */
  statuses: Map<string, { words: string; at: number }>
  /** Conversations with the agent, by the ts of their first message. */
  chats: Map<string, Chat>
  /** The last ts that each person has read. */
  read: Map<string, string>
}

/** A conversation with an agent: a thread of its own in the app's messages. */
export interface Chat {
  title: string
  /** Words above the prompts. */
  lead: string
  prompts: { title: string; message: string }[]
}

export interface OpenView {
  id: string
  hash: string
  user: string
  view: View
  /** The first of its stack. */
  root: string
  previous: string | null
  /** The conversation that it was opened from. */
  here?: string
  /** Field errors by block id, from `response_action: errors` or the client's own checks. */
  errors: Record<string, string>
  trouble?: string
}
