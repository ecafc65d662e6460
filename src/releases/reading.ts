import { Rejection } from '../errors.ts'
import { splitBecause, suggest } from '../slack/grammar.ts'
import { echoed, firstWord } from '../slack/kindly.ts'
import { nextSameTime } from '../time/next.ts'
import { readWhen } from '../time/read-when.ts'
import { full, typed } from '../time/words.ts'

const newForm = '/release new payments 2.4.0 tue 16:00'
const moveForm = '/release move thu 16:00 because load test late'

export interface NewLine {
  readonly product: string
  readonly version: string
  readonly model: string | null
  readonly target: Date
  readonly intent: string
}

/** Names that a line may say. */
export interface Names {
  readonly products: readonly string[]
  readonly models: readonly string[]
}

/** Those that can be planned with, and those that no longer can. */
export interface KnownNames extends Names {
  readonly retired: Names
}

interface At {
  readonly now: Date
  /** The speaker's. */
  readonly zone: string
}

/**
 * Reads `payments 2.4.0 standard 1 dec 16:00 because refunds reach customers the same day`.
 * @throws Rejection that says what was read and what is missing.
 */
export function readNewLine(text: string, { products, models, retired }: KnownNames, at: At): NewLine {
  const { head, because } = splitBecause(text)
  const product = firstWord(head)
  if (!product.word) throw new Rejection(`Which product? Like: ${newForm}`)
  if (retired.products.includes(product.word)) throw retiredNow('product', product.word, products)
  if (!products.includes(product.word)) {
    const rest = firstWord(text).rest
    throw unknownProduct(product.word, products, (near) => `new ${near} ${rest}`)
  }
  const version = firstWord(product.rest)
  if (!version.word) throw new Rejection(`Which version? I read ${product.word}. Like: ${newForm}`)
  const third = firstWord(version.rest)
  if (retired.models.includes(third.word)) throw retiredNow('model', third.word, models)
  const model = models.includes(third.word) ? third.word : null
  const when = readWhen(model ? third.rest : version.rest, at)
  const named = [product.word, version.word, model].filter((word) => word !== null)
  const read = named.map(echoed).join(', ')
  if (!when) throw new Rejection(`When does it open? I read ${read}, no date. Like: ${newForm}`)
  if (!when.hasTime) throw new Rejection(`At what time? I read ${read} and a day. Like: ${newForm}`)
  if (when.rest) {
    const said = echoed(when.rest)
    throw new Rejection(`I read ${read} and a date, but not "${said}". A reason comes after "because".`)
  }
  const again = (wall: string) => withReason(`new ${named.join(' ')} ${wall}`, because)
  const target = stillToCome(when.instant, at, again)
  return { product: product.word, version: version.word, model, target, intent: because ?? '' }
}

/** What the manifest names no more, and what it does name. */
export function retiredNow(kind: 'product' | 'model', name: string, known: readonly string[]): Rejection {
  const instead = known.length > 0 ? ` Known: ${known.toSorted().join(', ')}` : ''
  const said = `The ${kind} ${echoed(name)} is retired: its releases go on, nothing new is planned with it.`
  return new Rejection(`${said}${instead}`, { field: kind })
}

/** @param again the words that do it with the product that was nearly said */
export function unknownProduct(
  name: string,
  products: readonly string[],
  again?: (near: string) => string,
): Rejection {
  const near = suggest(name, products)
  const hint = near ? `Did you mean ${near}?` : `Known: ${products.toSorted().join(', ')}`
  const offers = near && again ? [{ label: near, run: again(near).trim() }] : []
  return new Rejection(`I know no product "${echoed(name)}". ${hint}`, { field: 'product', offers })
}

/**
 * Reads `thu 16:00 because load test late`.
 * @param key of the release, for what is offered instead.
 * @throws Rejection
 */
export function readMove(text: string, key: string, at: At) {
  const { head, because } = splitBecause(text)
  const when = readWhen(head, at)
  if (!when?.hasTime) {
    const read = head ? `I read "${echoed(head)}", no ${when ? 'time' : 'date'}.` : 'I read no date.'
    throw new Rejection(`To when? ${read} Like: ${moveForm}`)
  }
  const why = because ?? (when.rest || undefined)
  const to = stillToCome(when.instant, at, (wall) => withReason(`move ${key} ${wall}`, why))
  return { to, why: why ?? null }
}

const withReason = (words: string, why: string | undefined) => (why ? `${words} because ${why}` : words)

/**
 * A date that has passed is offered again, at the same time of the same weekday.
 * @param again the words that do it with the other date; a form has none, and is told beside its field.
 * @throws Rejection
 */
export function stillToCome(date: Date, { now, zone }: At, again?: (wall: string) => string): Date {
  if (date > now) return date
  const next = nextSameTime(date, now, zone)
  const passed = `${full(date, zone)} has passed.`
  if (!again) throw new Rejection(`${passed} Next one: ${full(next, zone)}?`, { field: 'target' })
  throw new Rejection(`${passed} Next one?`, {
    offers: [{ label: full(next, zone), run: again(typed(next, zone)) }],
  })
}
