import { Rejection } from '../errors.ts'
import type { Facts } from '../releases/release.ts'
import { takeRole } from '../slack/ballot.ts'
import { splitBecause } from '../slack/grammar.ts'
import { firstWord, unquoted } from '../slack/kindly.ts'
import { readWhen } from '../time/read-when.ts'
import { type RolesMeant, roleNamed } from './roles.ts'
import type { Says } from './votes.ts'
import { readNote, type Said } from './voting.ts'

/** What follows `go`, `no-go` or `abstain`: for which roles, and the note. */
export interface AnswerSaid {
  readonly roles: RolesMeant
  readonly note: string | null
}

/** All that a typed answer says. @throws Rejection when a no-go has no reason, or one is too long */
export function readSaid(says: Says, text: string, facts: Pick<Facts, 'model'>): Said {
  const { roles, note } = readAnswer(text, facts)
  return { says, note: readNote({ says, note }), roles, round: null, reply: null }
}

const everything = ['all', 'both']
const onlyAdvice = 'advice'

/** Reads `for Quality checkout is red`; `for both` and `for all` mean every role, `for advice` none. */
export function readAnswer(text: string, facts: Pick<Facts, 'model'>): AnswerSaid {
  const known = (name: string) =>
    roleNamed(facts, name) !== undefined || [...everything, onlyAdvice].includes(name.toLowerCase())
  const { role, rest } = takeRole(text, known)
  const note = unquoted(rest.replace(/^[\s:,;.–-]+/, '').replace(/^because\b[\s:,]*/i, '')) || null
  return { roles: role === undefined ? null : rolesMeant(role), note }
}

function rolesMeant(role: string): RolesMeant {
  if (everything.includes(role.toLowerCase())) return 'all'
  return role.toLowerCase() === onlyAdvice ? onlyAdvice : [role]
}

/** Whether a note makes the go depend on something, and so must be asked about. */
export const isCondition = (note: string | null): note is string =>
  note !== null &&
  /^(?:if|unless|but|only|once|when|after|as soon as|as long as|provided|until)\b/i.test(note)

/** What follows `vote`. */
export type VoteSaid =
  | { readonly act: 'show' | 'close' }
  | { readonly act: 'cancel'; readonly why: string }
  | { readonly act: 'open'; readonly until: Date | null; readonly why: string | null }

/**
 * Reads `open until tue 12:00 because staging is back tonight`, `close`, `cancel load test is red`; nothing shows.
 * @throws Rejection that says what was read.
 */
export function readVote(text: string, reading: { readonly now: Date; readonly zone: string }): VoteSaid {
  const { word, rest } = firstWord(text)
  if (word === '') return { act: 'show' }
  if (word === 'close') return { act: 'close' }
  if (word === 'cancel') return { act: 'cancel', why: unquoted(rest) }
  if (word === 'open') return { act: 'open', ...readOpening(rest, reading) }
  throw new Rejection(`I do not know "vote ${word}". Vote with: /release go, or /release no-go <why>`, {
    offers: [{ label: 'How it stands', run: 'vote' }],
  })
}

function readOpening(text: string, reading: { readonly now: Date; readonly zone: string }) {
  const { head, because } = splitBecause(text)
  const why = because ?? null
  if (head === '') return { until: null, why }
  const when = readWhen(head.replace(/^(?:until|till|to)\b/i, ''), reading)
  if (!when?.hasTime || when.rest !== '') {
    const read = when && when.rest === '' ? `"${head}", no time` : `"${head}"`
    throw new Rejection(
      `Open until when? I read ${read}. Like: /release vote open until tue 12:00 because staging is back`,
    )
  }
  return { until: when.instant, why }
}
