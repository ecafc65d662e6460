/**
 * What the workspace's page and the workspace's server say to each other. The page knows nothing else.
 * `GET /client/state?as=U1` answers a `ClientState`: everything that person can see, nothing they cannot.
 * Without `as` the first person is meant.
 * `GET /client/live?as=U1` is a stream of server-sent events; each means "fetch the state again".
 * `POST /client/upload?as=U1&name=NAME` takes a file's bytes and answers it as Slack's file object, for a `file_input`;
 * `GET /client/file/ID?as=U1` gives the bytes of one that this person can see.
 * `POST /client/act` takes `{ as, act }` with one `Act` and answers an `ActResult` when the app has acknowledged.
 */
import type { KnownBlock, PlainTextOption, View } from '@slack/types'

export interface ClientState {
  team: { id: string; name: string }
  me: ClientPerson
  people: ClientPerson[]
  groups: { id: string; handle: string; name: string }[]
  channels: ClientChannel[]
  /** Slack's own commands, which no app hears of. */
  commands: ClientCommand[]
  app: {
    id: string
    name: string
    botUserId: string
    isAgent: boolean
    commands: ClientCommand[]
    shortcuts: ClientShortcut[]
  }
  /** The app's Home tab for this person, once published. */
  home: (View & { id: string }) | null
  /** Open modals of this person, bottom first, at most three. */
  modals: ClientModal[]
  /** The workspace's clock in milliseconds; it may be ahead of the real one. */
  now: number
  /** Jumps offered by whoever started the workspace, such as "+1 day" or "to the target". */
  jumps: { id: string; label: string }[]
}

export interface ClientPerson {
  id: string
  /** The display name: what a mention shows, and what one types after `@`. */
  handle: string
  name: string
  title: string
  zone: string
  isBot: boolean
  isGuest: boolean
  deleted: boolean
}

export interface ClientChannel {
  id: string
  /** Without `#`; for a DM the other person's id. */
  name: string
  kind: 'public' | 'private' | 'dm'
  topic: string
  archived: boolean
  member: boolean
  /** What others said that this person has not read: not their replies in threads, nor who joined. */
  unread: number
  /** How much of it notified this person: mentions, and all of a DM. */
  mentions: number
  bookmarks: { id: string; title: string; link: string; emoji?: string }[]
  pins: string[]
  /** Conversations with the agent, by the ts of their first message; with what one may begin with. */
  chats: { threadTs: string; title: string; lead: string; prompts: { title: string; message: string }[] }[]
  /** What the app says it is doing about which threads. */
  statuses: { threadTs: string; words: string }[]
  /** The channel's own canvas and those that it may read. */
  canvases: { id: string; title: string; markdown: string }[]
  messages: ClientMessage[]
}

export interface ClientMessage {
  ts: string
  threadTs?: string
  user: string
  username?: string
  /** An emoji between colons or a picture's address, when the app chose one. */
  icon?: string
  text: string
  blocks: KnownBlock[]
  attachments: ClientAttachment[]
  files: ClientFile[]
  /** Seen only by `me`, never stored. */
  ephemeral: boolean
  edited: boolean
  /** A reply that was also sent to the channel. */
  broadcast: boolean
  /** "joined the channel", "set the topic": shown small. */
  subtype?: string
  reactions: { name: string; users: string[] }[]
  /** What became of the last press on this message, in Slack's words ("operation_timeout"), for `me`. */
  trouble?: string
}

/** Something beside a message: a preview of a link, or what an app put there. */
export interface ClientAttachment {
  id: number
  /** Of its bar: `good`, `warning`, `danger` or six digits. */
  color?: string | undefined
  pretext?: string | undefined
  author?: string | undefined
  title?: string | undefined
  titleLink?: string | undefined
  text?: string | undefined
  fields: { title: string; value: string; short: boolean }[]
  footer?: string | undefined
  image?: string | undefined
  thumb?: string | undefined
  blocks: KnownBlock[]
}

export interface ClientFile {
  id: string
  title: string
  name: string
  size: number
  isImage: boolean
  /** For those who cannot see a picture. */
  alt: string
  deleted: boolean
}

/** What a `file_input` holds: Slack's own file object, of which the page reads only this much. */
export type UploadedFile = { id: string; name: string } & Record<string, unknown>

export interface ClientModal {
  view: View & { id: string }
  /** Field errors by block id, from `response_action: errors`. */
  errors: Record<string, string>
  trouble?: string
}

export interface ClientCommand {
  command: string
  description: string
  usageHint: string
}
export interface ClientShortcut {
  name: string
  type: 'global' | 'message'
  callbackId: string
}

/** A value of one element, as in `view.state.values[block_id][action_id]`. */
export type ElementValue = { type: string } & Record<string, unknown>
export type StateValues = Record<string, Record<string, ElementValue>>

export type Act =
  | { type: 'say'; channel: string; text: string; threadTs?: string }
  | { type: 'command'; channel: string; text: string }
  | {
      type: 'press'
      where: { channel: string; ts: string } | { view: string }
      blockId: string
      actionId: string
      /** For a select, overflow, picker or input: what was chosen, as in state values. */
      value?: ElementValue
      state?: StateValues
    }
  | { type: 'submit'; view: string; state: StateValues }
  | { type: 'close'; view: string; all: boolean }
  | { type: 'shortcut'; callbackId: string; message?: { channel: string; ts: string } }
  | { type: 'react'; channel: string; ts: string; name: string; remove?: boolean }
  | { type: 'edit'; channel: string; ts: string; text: string }
  | { type: 'delete'; channel: string; ts: string }
  | { type: 'pin' | 'unpin'; channel: string; ts: string }
  | { type: 'create'; name: string; private?: boolean }
  | { type: 'topic'; channel: string; topic: string }
  /** Puts files of this person, uploaded before, into a conversation. */
  | { type: 'share'; channel: string; files: string[]; text: string; threadTs?: string }
  | { type: 'join' | 'leave' | 'archive' | 'unarchive'; channel: string }
  | { type: 'rename'; channel: string; name: string }
  | { type: 'invite' | 'remove'; channel: string; user: string }
  /** A visit to the app, on its Home tab unless said. */
  | { type: 'home'; tab?: 'home' | 'messages' }
  /** A new conversation with the app, where it is an agent. */
  | { type: 'chat' }
  | { type: 'read'; channel: string }
  | { type: 'jump'; id: string }
  | {
      type: 'options'
      where: { channel: string; ts: string } | { view: string }
      blockId: string
      actionId: string
      query: string
    }

/** An option as the app gave it, and in which group. */
export interface OfferedOption {
  option: PlainTextOption
  group?: string
}

export interface ActResult {
  ok: boolean
  /** Slack's word for what went wrong, e.g. `operation_timeout`, `dispatch_failed`, `not_in_channel`. */
  error?: string
  /** For `say`, `share` and `chat`: the message's ts. */
  ts?: string
  /** For `create` and `chat`: the channel's id. */
  channel?: string
  /** For `options`: what the app offered. */
  options?: OfferedOption[]
}
