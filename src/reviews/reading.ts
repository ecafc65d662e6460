import { Rejection } from '../errors.ts'
import type { PersonId } from '../people/people.ts'
import { firstNumber } from '../slack/grammar.ts'
import { firstWord } from '../slack/kindly.ts'
import type { Received } from '../slack/received.ts'
import { type Reading, readWhen } from '../time/read-when.ts'

/** An action that says only a day is due at the end of its working day. */
export const endOfDay = '17:00'

export type ReviewSaid =
  | { readonly act: 'show' | 'start' | 'close' }
  | { readonly act: 'rate'; readonly stars: number; readonly sentence: string | undefined }

/** Reads what follows `review`: nothing, `start`, `close`, `4 good handover`. @throws Rejection */
export function readReview(text: string): ReviewSaid {
  const { word, rest } = firstWord(text)
  if (word === '') return { act: 'show' }
  if (rest === '' && /^(?:start|begin|open)$/.test(word)) return { act: 'start' }
  if (rest === '' && /^(?:close|end|stop)$/.test(word)) return { act: 'close' }
  const stars = /^([1-5])(?:\/5)?$/.exec(word)?.[1]
  if (stars) return { act: 'rate', stars: Number(stars), sentence: rest || undefined }
  throw new Rejection(`I read "${text.trim()}". Rate it from 1 to 5, like: /release review 4 good handover`)
}

/** Whom the text names, and how they stand in it. */
type Named = Pick<Received, 'people' | 'tokens'>

export type ActionSaid =
  | { readonly act: 'show' }
  | { readonly act: 'done'; readonly number: number }
  | { readonly act: 'add'; readonly what: string; readonly owner: PersonId | null; readonly due: Date | null }

/** Reads what follows `action`: nothing, `2 done`, or `size the pool @api-owner tue 15 dec`. */
export function readAction(text: string, said: Named, reading: Reading): ActionSaid {
  const numbered = firstNumber(text)
  if (text.trim() === '' || numbered?.rest === '') return { act: 'show' }
  if (numbered && /^(?:done|finished|ok)$/.test(firstWord(numbered.rest).word))
    return { act: 'done', number: numbered.number }
  const [before, after] = aroundName(text, said)
  const day = { ...reading, defaultTime: endOfDay }
  const due = readWhen(after, day)
  if (due) return added(`${before} ${due.rest}`, said, due.instant)
  const earlier = readWhen(before, day)
  return added(`${earlier?.rest ?? before} ${after}`, said, earlier?.instant ?? null)
}

const added = (what: string, { people }: Named, due: Date | null): ActionSaid => ({
  act: 'add',
  what: what.trim(),
  owner: people.at(-1) ?? null,
  due,
})

/** What stands before and after the last name: what is to be done, and until when. */
function aroundName(text: string, { tokens }: Named): [string, string] {
  const names = tokens.map(({ shown }) => shown).filter((shown) => shown.startsWith('@'))
  const [last] = names
    .map((name) => ({ name, at: text.lastIndexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)
  return last ? [text.slice(0, last.at), text.slice(last.at + last.name.length)] : [text, '']
}
