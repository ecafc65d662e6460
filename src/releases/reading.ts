import { Rejection } from '../errors.ts'
import { splitBecause } from '../slack/grammar.ts'
import { firstWord } from '../slack/kindly.ts'
import { readWhen } from '../time/read-when.ts'

const newForm = '/release new payments 2.4.0 tue 16:00'

export interface NewLine {
  readonly product: string
  readonly version: string
  readonly model: string | null
  readonly target: Date
  readonly intent: string
}

/**
 * Reads `payments 2.4.0 standard 1 dec 16:00 because refunds reach customers the same day`.
 * @throws Rejection that says what was read and what is missing.
 */
export function readNewLine(
  text: string,
  models: readonly string[],
  { now, zone }: { now: Date; zone: string },
): NewLine {
  const { head, because } = splitBecause(text)
  const product = firstWord(head)
  const version = firstWord(product.rest)
  if (!version.word) throw new Rejection(`Which version? I read ${product.word}. Like: ${newForm}`)
  const third = firstWord(version.rest)
  const model = models.includes(third.word) ? third.word : null
  const when = readWhen(model ? third.rest : version.rest, { now, zone })
  const read = [product.word, version.word, model].filter(Boolean).join(', ')
  if (!when) throw new Rejection(`When does it open? I read ${read}, no date. Like: ${newForm}`)
  if (!when.hasTime) throw new Rejection(`At what time? I read ${read} and a day. Like: ${newForm}`)
  if (when.rest)
    throw new Rejection(`I read ${read} and a date, but not "${when.rest}". A reason comes after "because".`)
  return { product: product.word, version: version.word, model, target: when.instant, intent: because ?? '' }
}

/**
 * Reads `thu 16:00 because load test late`. Without a time the old time of day holds.
 * @throws Rejection
 */
export function readMove(text: string, { now, zone }: { now: Date; zone: string }) {
  const { head, because } = splitBecause(text)
  const when = readWhen(head, { now, zone })
  if (!when?.hasTime) {
    const read = head ? `I read "${head}", no ${when ? 'time' : 'date'}.` : 'I read no date.'
    throw new Rejection(`To when? ${read} Like: /release move thu 16:00 because load test late`)
  }
  return { to: when.instant, why: because ?? (when.rest || null) }
}
