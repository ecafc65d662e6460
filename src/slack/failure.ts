import { randomInt } from 'node:crypto'
import type { Ctx } from '../ctx.ts'
import { type Offer, Rejection } from '../errors.ts'
import { tellOnce } from '../operation/acting.ts'
import { actions, button, type Message, md, message, section } from './blocks.ts'
import { limits } from './limits.ts'
import { sentAgain } from './received.ts'

/** What went wrong, as the person who acted may know it. */
export interface Failure {
  /** A rule's no, or something that broke on our side. */
  readonly kind: 'refused' | 'failed'
  readonly text: string
  readonly offers: readonly Offer[]
  /** The form field it concerns. */
  readonly field: string | undefined
}

export interface Attempt {
  readonly act: string
  readonly workspace: string
  readonly person: string | null
  readonly channel: string | null
}

/** The one translator: a rule's no, or something broken on our side. Logs each once. */
export function failureOf(ctx: Pick<Ctx, 'log'>, error: unknown, attempt: Attempt): Failure {
  tellOnce()
  if (error instanceof Rejection) {
    ctx.log.info({ ...attempt, said: error.message }, 'rejected')
    return { kind: 'refused', text: error.message, offers: error.offers, field: error.field }
  }
  const ref = reference()
  ctx.log.error({ ...attempt, ref, err: error }, 'failed')
  const text = `Something broke on our side (ref ${ref}). Nothing was lost.`
  return { kind: 'failed', text, offers: [], field: undefined }
}

/** The answer that says it, with a button for each offer. */
export function failureMessage({ text, offers }: Omit<Failure, 'kind'>): Message {
  return message(md`${text}`, [section(md`${text}`), actions(offers.map(offered))])
}

/** One with more words than a button carries is left out: what it offers can still be typed. */
function offered({ label, run, sent }: Offer, i: number) {
  const value = JSON.stringify({ run: sent ?? sentAgain(run, { tokens: [] }) })
  return value.length <= limits.buttonValue && button({ text: label, action: `command.run:${i}`, value })
}

/** Four letters that a person can read out and an operator can search for. */
export function reference(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
}
