import type { PersonId } from '../people/people.ts'
import type { Facts } from '../releases/release.ts'
import { readBallot } from '../slack/ballot.ts'
import { received } from '../slack/received.ts'
import { editedReply, threadReply } from './contract.ts'
import { type RolesMeant, roleNamed } from './roles.ts'
import { longestNote, type Reply, type Says } from './votes.ts'

/** Words that a person wrote, or changed, in a thread. */
export interface Written {
  readonly person: PersonId
  /** The message that the thread hangs from. */
  readonly thread: string
  readonly text: string
  readonly reply: Reply
}

/** Reads what Slack tells of a message; null for everything but a person's own words in a thread. */
export function readReply(event: Readonly<Record<string, unknown>>): Written | null {
  const plain = threadReply.safeParse(event).data
  if (plain && plain.thread_ts !== plain.ts) return writtenBy(plain.channel, plain, plain.ts)
  const edited = editedReply.safeParse(event).data
  if (!edited || edited.message.text === edited.previous_message?.text) return null
  return writtenBy(edited.channel, edited.message, edited.message.edited.ts)
}

interface Slacks {
  readonly user: string
  readonly text: string
  readonly ts: string
  readonly thread_ts: string
}

const writtenBy = (channel: string, { user, text, ts, thread_ts }: Slacks, said: string): Written => ({
  person: user,
  thread: thread_ts,
  text,
  reply: { channel, ts, said },
})

/** Whether this is worth keeping: of all that is said in threads, only what begins like an answer. */
export function mayBeBallot(event: Readonly<Record<string, unknown>>): boolean {
  const written = readReply(event)
  return written !== null && readBallot(received(written.text).text).kind !== 'none'
}

/** What a reply says: an answer that counts, or something to ask about privately. */
export type InReply =
  | { readonly counts: true; readonly says: Says; readonly note: string | null; readonly roles: RolesMeant }
  | { readonly counts: false; readonly like: Says; readonly note: string | null; readonly words: string }

/** Reads a reply; null when it is talk. Only a reply that is wholly an answer counts. */
export function answerIn(text: string, facts: Pick<Facts, 'model' | 'people'>): InReply | null {
  const words = received(text, (id) => facts.people.get(id)?.name).text
  const ballot = readBallot(words, (name) => roleNamed(facts, name) !== undefined)
  switch (ballot.kind) {
    case 'none':
      return null
    case 'ask':
      return toAsk(ballot.like, ballot.note, words)
    case 'go-if':
      return toAsk('go', `if ${ballot.what}${ballot.by ? ` by ${ballot.by}` : ''}`, words)
    case 'go':
      return { counts: true, says: 'go', note: null, roles: rolesIn(ballot.role) }
    default:
      return { counts: true, says: ballot.kind, note: ballot.reason ?? null, roles: rolesIn(ballot.role) }
  }
}

/** A button has to carry the note; what is longer than a note was not meant as a vote. */
function toAsk(like: Says, said: string, words: string): InReply | null {
  const note = said.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null
  return note !== null && note.length > longestNote ? null : { counts: false, like, note, words }
}

const rolesIn = (role: string | undefined): RolesMeant => (role === undefined ? null : [role])
